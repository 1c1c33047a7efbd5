/** DynamoDB: a put that is refused where the item is there, with a time to live. */
import { call, create, declare, evaluate, giveBack, imported, index, literal, member, name, raise, record, when } from '../../languages/draft.js';
import type { Draft, DraftStatement } from '../../languages/writer.js';
import { declarePackage, declareSetting } from '../declarations.js';
import { type ClaimStore, callWith, equals, key, LIFETIME, wait } from './store.js';

const SETTING = 'HANDLED_EVENTS_TABLE';
const ABSENT = literal('attribute_not_exists(id)');
const CLIENTS = '@aws-sdk/client-dynamodb';
const DOCUMENTS = '@aws-sdk/lib-dynamodb';
const VERSION = '^3.700.0';

const sum = (left: Draft, right: Draft): Draft => ({ kind: 'binary', op: '+', left, right });
const seconds: Draft = { kind: 'binary', op: '/', left: call(member(name('Date'), 'now')), right: literal(1000) };

const aws: ClaimStore = {
  id: 'dynamodb',
  language: 'typescript',
  title: 'Claim the event in DynamoDB',
  packages: [
    { package: DOCUMENTS, version: VERSION },
    { package: CLIENTS, version: VERSION },
  ],
  clients: [`${DOCUMENTS}.DynamoDBDocumentClient.from()`, `${DOCUMENTS}.DynamoDBDocument.from()`, `${CLIENTS}.DynamoDBClient()`, `${CLIENTS}.DynamoDB()`],
  isPrepared: false,
  isUsual: true,
  fresh({ editor, repair }) {
    declarePackage(repair, editor.path, { package: CLIENTS, version: VERSION });
    const client = create(imported(CLIENTS, 'DynamoDBClient'), record({}));
    return name(editor.constant('dynamo', call(member(imported(DOCUMENTS, 'DynamoDBDocumentClient'), 'from'), client)));
  },
  write({ client, setting }) {
    // Both kinds of client take their own kind of commands.
    const isPlain = client.name.startsWith(CLIENTS);
    const command = (plain: string, document: string, fields: Readonly<Record<string, Draft>>): Draft =>
      create(isPlain ? imported(CLIENTS, plain) : imported(DOCUMENTS, document), record({ TableName: setting(SETTING), ...fields }));
    const id = isPlain ? record({ S: key }) : key;
    const expires = isPlain ? record({ N: call(name('String'), name('expiresAt')) }) : name('expiresAt');
    const put = command('PutItemCommand', 'PutCommand', { Item: record({ id, expiresAt: expires }), ConditionExpression: ABSENT });
    const refused: Draft = { kind: 'binary', op: 'instanceof', left: name('error'), right: imported(CLIENTS, 'ConditionalCheckFailedException') };
    return {
      isAsync: true,
      claim: [
        declare('expiresAt', sum(call(member(name('Math'), 'floor'), seconds), literal(LIFETIME))),
        {
          kind: 'try',
          body: [evaluate(wait(call(member(client.value, 'send'), put))), giveBack(literal(true))],
          handlers: [{ types: [], target: 'error', body: [when(refused, [giveBack(literal(false))]), raise(name('error'))] }],
        },
      ],
      release: [evaluate(wait(call(member(client.value, 'send'), command('DeleteItemCommand', 'DeleteCommand', { Key: record({ id }) }))))],
      comment: ['The key of the table is `id`, a text; `expiresAt` is its time to live.'],
    };
  },
};

const boto3: ClaimStore = {
  id: 'boto3',
  language: 'python',
  title: 'Claim the event in DynamoDB',
  packages: [{ package: 'boto3', version: null }],
  clients: ['boto3.resource()'],
  isFor: 'dynamodb',
  isPrepared: false,
  isUsual: true,
  fresh: () => call(member(imported('boto3', null), 'resource'), literal('dynamodb')),
  write({ client, editor, repair }) {
    declareSetting(repair, editor.path, SETTING);
    const opened = call(member(client.value, 'Table'), editor.idioms.requiredEnvironment(SETTING, editor));
    const table = name(editor.constant('handled events', opened, client.statement ?? undefined));
    const item = record({ id: key, expires_at: sum(call(name('int'), call(imported('time', 'time'))), literal(LIFETIME)) });
    const code = index(index(member(name('error'), 'response'), literal('Error')), literal('Code'));
    const claim: DraftStatement = {
      kind: 'try',
      body: [evaluate(callWith(member(table, 'put_item'), [], { Item: item, ConditionExpression: ABSENT })), giveBack(literal(true))],
      handlers: [
        {
          types: [imported('botocore.exceptions', 'ClientError')],
          target: 'error',
          body: [when(equals(code, literal('ConditionalCheckFailedException')), [giveBack(literal(false))]), raise(null)],
        },
      ],
    };
    return {
      isAsync: false,
      claim: [claim],
      release: [evaluate(callWith(member(table, 'delete_item'), [], { Key: record({ id: key }) }))],
      comment: ['The key of the table is `id`, a text; `expires_at` is its time to live.'],
    };
  },
};

export const dynamoStores: readonly ClaimStore[] = [aws, boto3];
