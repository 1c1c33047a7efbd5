/** MongoDB: a document under its own `_id`, of which there can be one. */
import { call, create, evaluate, giveBack, imported, index, literal, member, name, raise, record, when } from '../../languages/draft.js';
import type { Draft } from '../../languages/writer.js';
import { type ClaimStore, type Client, equals, key, TABLE, wait } from './store.js';

const DUPLICATE = 11_000;

const mongo = (row: Pick<ClaimStore, 'id' | 'title' | 'packages' | 'clients'>, database: (client: Client) => Draft): ClaimStore => ({
  ...row,
  language: 'typescript',
  isPrepared: true,
  write({ client, editor }) {
    const typed = /\.[cm]?tsx?$/.test(editor.path);
    const collection = call(member(database(client), `collection${typed ? '<{ _id: string; claimedAt: Date }>' : ''}`), literal(TABLE));
    const code: Draft = { kind: 'member', object: { kind: 'typed', value: name('error'), type: { code: '{ code?: number }' } }, property: 'code' };
    return {
      isAsync: true,
      claim: [
        {
          kind: 'try',
          body: [evaluate(wait(call(member(collection, 'insertOne'), record({ _id: key, claimedAt: create(name('Date')) })))), giveBack(literal(true))],
          handlers: [{ types: [], target: 'error', body: [when(equals(code, literal(DUPLICATE)), [giveBack(literal(false))]), raise(name('error'))] }],
        },
      ],
      release: [evaluate(wait(call(member(collection, 'deleteOne'), record({ _id: key }))))],
    };
  },
});

const driver = mongo(
  {
    id: 'mongodb',
    title: 'Claim the event in MongoDB',
    packages: [{ package: 'mongodb', version: '^6.0.0' }],
    clients: ['mongodb.MongoClient()', 'mongodb.MongoClient().db()', 'mongodb.MongoClient.connect()', 'mongodb.MongoClient.connect().db()'],
  },
  (client) => (client.name.endsWith('.db()') ? client.value : call(member(client.value, 'db'))),
);

const mongoose = mongo(
  { id: 'mongoose', title: 'Claim the event in MongoDB (mongoose)', packages: [{ package: 'mongoose', version: '^8.0.0' }], clients: ['mongoose'] },
  (client) => member(client.value, 'connection'),
);

const pymongo: ClaimStore = {
  id: 'pymongo',
  language: 'python',
  title: 'Claim the event in MongoDB',
  packages: [
    { package: 'pymongo', version: null },
    { package: 'flask-pymongo', version: null },
  ],
  clients: ['flask_pymongo.PyMongo()', 'pymongo.MongoClient()', 'pymongo.MongoClient().get_database()', 'pymongo.MongoClient().get_default_database()'],
  isPrepared: true,
  write({ client }) {
    const database = client.name.startsWith('flask')
      ? member(client.value, 'db')
      : client.name.endsWith('MongoClient()')
        ? call(member(client.value, 'get_default_database'))
        : client.value;
    const collection = index(database, literal(TABLE));
    const now = call(member(imported('datetime', 'datetime'), 'now'), member(imported('datetime', 'timezone'), 'utc'));
    return {
      isAsync: false,
      claim: [
        {
          kind: 'try',
          body: [evaluate(call(member(collection, 'insert_one'), record({ _id: key, claimed_at: now }))), giveBack(literal(true))],
          handlers: [{ types: [imported('pymongo.errors', 'DuplicateKeyError')], target: null, body: [giveBack(literal(false))] }],
        },
      ],
      release: [evaluate(call(member(collection, 'delete_one'), record({ _id: key })))],
    };
  },
};

export const mongoStores: readonly ClaimStore[] = [driver, mongoose, pymongo];
