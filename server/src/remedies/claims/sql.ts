/** PostgreSQL and what speaks its protocol, from Node: a row under a unique key, which the second insert leaves alone. */
import { call, create, declare, evaluate, giveBack, imported, literal, member, name, record, when } from '../../languages/draft.js';
import type { Draft } from '../../languages/writer.js';
import { type ClaimStore, equals, key, TABLE, tableComment, wait } from './store.js';

const list = (...items: Draft[]): Draft => ({ kind: 'list', items });
const INSERT = `INSERT INTO ${TABLE} (id) VALUES ($1) ON CONFLICT DO NOTHING`;
const DELETE = `DELETE FROM ${TABLE} WHERE id = $1`;

const pg: ClaimStore = {
  id: 'pg',
  language: 'typescript',
  title: 'Claim the event in PostgreSQL (pg)',
  packages: [
    { package: 'pg', version: '^8.13.0' },
    { package: '@neondatabase/serverless', version: null },
    { package: '@vercel/postgres', version: null },
  ],
  clients: ['pg.Pool()', 'pg.default.Pool()', '@neondatabase/serverless.Pool()', '@vercel/postgres.createPool()'],
  isPrepared: false,
  isUsual: true,
  fresh: ({ editor, setting }) =>
    name(editor.constant('pool', create(member(imported('pg', 'default', 'pg'), 'Pool'), record({ connectionString: setting('DATABASE_URL') })))),
  write: ({ client }) => ({
    isAsync: true,
    claim: [
      declare('claimed', wait(call(member(client.value, 'query'), literal(INSERT), list(key)))),
      giveBack(equals(member(name('claimed'), 'rowCount'), literal(1))),
    ],
    release: [evaluate(wait(call(member(client.value, 'query'), literal(DELETE), list(key))))],
    comment: [tableComment],
  }),
};

const knex: ClaimStore = {
  id: 'knex',
  language: 'typescript',
  title: 'Claim the event in the database (Knex)',
  packages: [{ package: 'knex', version: '^3.1.0' }],
  clients: ['knex()', 'knex.knex()', 'knex.default()'],
  isPrepared: false,
  write: ({ client }) => {
    const table = call(client.value, literal(TABLE));
    const inserted = call(member(call(member(call(member(table, 'insert'), record({ id: key })), 'onConflict'), literal('id')), 'ignore'));
    return {
      isAsync: true,
      claim: [declare('claimed', wait(call(member(inserted, 'returning'), literal('id')))), giveBack(equals(member(name('claimed'), 'length'), literal(1)))],
      release: [evaluate(wait(call(member(call(member(table, 'where'), record({ id: key })), 'delete'))))],
      comment: [tableComment],
    };
  },
};

const drizzle: ClaimStore = {
  id: 'drizzle',
  language: 'typescript',
  title: 'Claim the event in the database (Drizzle)',
  packages: [{ package: 'drizzle-orm', version: '^0.45.0' }],
  clients: ['node-postgres', 'postgres-js', 'neon-http', 'neon-serverless', 'vercel-postgres', 'pglite'].map((driver) => `drizzle-orm/${driver}.drizzle()`),
  isPrepared: false,
  write: ({ client, editor }) => {
    const columns = record({
      id: call(member(call(imported('drizzle-orm/pg-core', 'text'), literal('id')), 'primaryKey')),
      claimedAt: call(member(call(member(call(imported('drizzle-orm/pg-core', 'timestamp'), literal('claimed_at')), 'defaultNow')), 'notNull')),
    });
    const table = name(editor.constant('handled events', call(imported('drizzle-orm/pg-core', 'pgTable'), literal(TABLE), columns)));
    const inserted = call(member(call(member(call(member(client.value, 'insert'), table), 'values'), record({ id: key })), 'onConflictDoNothing'));
    return {
      isAsync: true,
      claim: [
        declare('claimed', wait(call(member(inserted, 'returning'), record({ id: member(table, 'id') })))),
        giveBack(equals(member(name('claimed'), 'length'), literal(1))),
      ],
      release: [
        evaluate(wait(call(member(call(member(client.value, 'delete'), table), 'where'), call(imported('drizzle-orm', 'eq'), member(table, 'id'), key)))),
      ],
      comment: ['The table needs a migration.'],
    };
  },
};

const prisma: ClaimStore = {
  id: 'prisma',
  language: 'typescript',
  title: 'Claim the event in the database (Prisma)',
  packages: [
    { package: '@prisma/client', version: '^6.0.0' },
    { package: 'prisma', version: null },
  ],
  clients: ['@prisma/client.PrismaClient()', '.PrismaClient()'],
  isPrepared: false,
  write: ({ client, repair, editor }) => {
    declareModel(repair, editor.path);
    const model = member(client.value, 'handledEvent');
    const code: Draft = { kind: 'member', object: { kind: 'typed', value: name('error'), type: { code: '{ code?: string }' } }, property: 'code' };
    return {
      isAsync: true,
      claim: [
        {
          kind: 'try',
          body: [evaluate(wait(call(member(model, 'create'), record({ data: record({ id: key }) })))), giveBack(literal(true))],
          handlers: [
            { types: [], target: 'error', body: [when(equals(code, literal('P2002')), [giveBack(literal(false))]), { kind: 'raise', value: name('error') }] },
          ],
        },
      ],
      release: [evaluate(wait(call(member(model, 'deleteMany'), record({ where: record({ id: key }) }))))],
      comment: ['The model, which needs a migration: model HandledEvent { id String @id; claimedAt DateTime @default(now()) }'],
    };
  },
};

const SCHEMAS = ['prisma/schema.prisma', 'schema.prisma'];

/** The model in the project's schema, where that is one file. */
function declareModel(repair: Parameters<NonNullable<ClaimStore['fresh']>>[0]['repair'], from: string): void {
  const folders = from.split('/').map((_, at, parts) =>
    parts
      .slice(0, parts.length - 1 - at)
      .map((part) => `${part}/`)
      .join(''),
  );
  const path = folders.flatMap((folder) => SCHEMAS.map((one) => folder + one)).find((one) => repair.source.text(one) !== undefined);
  const schema = path === undefined ? undefined : repair.source.text(path);
  if (path === undefined || schema === undefined || /\bmodel\s+HandledEvent\b/.test(schema)) return;
  const end = schema.trimEnd().length;
  const model = '\n\nmodel HandledEvent {\n  id        String   @id\n  claimedAt DateTime @default(now())\n}';
  repair.declare({ path, range: { start: end, end }, text: model });
}

export const sqlStores: readonly ClaimStore[] = [prisma, drizzle, knex, pg];
