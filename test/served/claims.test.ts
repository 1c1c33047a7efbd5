/**
 * Handlers that do their work again for every repeat: scanned, repaired by what the scan offers for the project's store, served by
 * the real framework with the real store, and given deliveries twice, twenty at once, and again after one that failed.
 */
import { spawnSync } from 'node:child_process';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Files } from '../remedies/by-hand.js';
import { untilSilent } from '../remedies/until-silent.js';
import { type ClaimSubject, LEDGER, nodeSubjects, pythonSubjects } from './claim-subjects.js';
import { genuine, provider, secretOf, variableOf } from './deliveries.js';
import { missingPython, type Served, serveNode, servePython } from './serve.js';
import { missingStore, type Store, startDynamo, startPostgres, startRedis } from './stores.js';

const stores = new Map<string, Store>();
const reasons = { redis: missingStore('redis'), postgres: missingStore('postgres') };

beforeAll(async () => {
  if (!reasons.redis) stores.set('redis', await startRedis());
  if (!reasons.postgres) {
    stores.set('postgres', await startPostgres());
    stores.set('serializable', await startPostgres('default_transaction_isolation=serializable'));
  }
  stores.set('dynamo', await startDynamo());
}, 180_000);
afterAll(() => Promise.all([...stores.values()].map((store) => store.stop())));

describe.each([...nodeSubjects, ...pythonSubjects])('$name', (subject) => {
  let served: Served;
  let reason: string | undefined;

  beforeAll(async () => {
    reason = subject.store === 'redis' ? reasons.redis : subject.store === 'postgres' || subject.store === 'serializable' ? reasons.postgres : undefined;
    if (subject.python) reason ??= missingPython(...subject.python);
    if (reason) return;
    const files = await claimed(subject);
    const row = provider(subject.provider);
    const env = { ...settings(subject), [variableOf(row)]: secretOf(row), ...(row.secretEnvNames[0] ? { [row.secretEnvNames[0]]: secretOf(row) } : {}) };
    await prepared(subject, Object.values(files).join('\n'));
    served = await (subject.python ? servePython : serveNode)({ ...files, ...LEDGER }, subject.entry, env);
  }, 180_000);
  beforeEach((context) => context.skip(reason !== undefined, reason));
  afterAll(() => served?.stop());

  const send = async (id: string, fails = false): Promise<number> => {
    const row = provider(subject.provider);
    const body = JSON.stringify({ id: `evt_${id}`, object: 'event', type: 'tried', action: 'published', data: { object: { id, fails } } });
    const { headers } = genuine(row, secretOf(row), body);
    const named = { ...headers, 'x-github-delivery': `delivery-${id}`, 'x-github-event': 'release' };
    const answer = await served.send('/webhooks/in', { method: 'POST', body, headers: named });
    await answer.arrayBuffer();
    return answer.status;
  };

  it('does the work of a delivery that comes twice once, and says yes to both', async () => {
    expect([await send('twice'), await send('twice'), await send('other')].map((status) => Math.floor(status / 100))).toEqual([2, 2, 2]);
    expect(served.effects()).toEqual(['twice', 'other']);
  });

  it('does the work of twenty at once once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('crowd')));
    expect(served.effects()).toEqual(['crowd']);
    expect(answers.filter((status) => ![200, 201, 202, 204, 409, 425, 429, 503].includes(status))).toEqual([]);
  });

  it('does what failed when it comes again, and not a third time', async () => {
    expect([await send('late', true), served.effects()]).toEqual([expect.toSatisfy((status: number) => status >= 400), []]);
    expect([await send('late', true), served.effects()]).toEqual([expect.toSatisfy((status: number) => status < 300), ['late']]);
    expect([await send('late', true), served.effects()]).toEqual([expect.toSatisfy((status: number) => status < 300), []]);
  });
});

/** Verified and claimed by what the scan offers; nothing else is repaired, and nothing of the two is left. */
async function claimed(subject: ClaimSubject): Promise<Files> {
  const wanted = (title: string): boolean => /HMAC|secret token/.test(title) || title === subject.title;
  const repaired = await untilSilent(
    subject.files,
    (titles) => {
      const at = titles.findIndex(wanted);
      expect(titles[at], titles.join('; ')).toBeDefined();
      return at;
    },
    ({ rule }) => rule === 'missing-idempotency' || rule === 'racy-idempotency' || rule === 'missing-signature-verification',
  );
  expect(repaired.left.map((finding) => finding.message.split('\n')[0])).toEqual([]);
  expect(repaired.applied.filter((title) => title.endsWith(subject.title))).toHaveLength(1);
  return repaired.files;
}

function settings({ store }: ClaimSubject): Record<string, string> {
  const url = stores.get(store)?.url ?? '';
  if (store === 'redis') return { REDIS_URL: url };
  if (store !== 'dynamo') return { DATABASE_URL: url };
  return {
    DYNAMODB_URL: url,
    AWS_ENDPOINT_URL_DYNAMODB: url,
    AWS_REGION: 'eu-central-1',
    AWS_DEFAULT_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
    HANDLED_EVENTS_TABLE: 'handled',
  };
}

/** What a migration would make, as the repaired code says; and nothing is left of the subject before. */
async function prepared(subject: ClaimSubject, code: string): Promise<void> {
  const url = stores.get(subject.store)?.url ?? '';
  if (subject.store === 'redis') {
    spawnSync('redis-cli', ['-u', url, 'FLUSHALL']);
    return;
  }
  if (subject.store === 'dynamo') {
    await emptyTable(url);
    return;
  }
  const [statement] = /CREATE TABLE handled_events \([^\n]*\)/.exec(code) ?? [
    'CREATE TABLE handled_events (id varchar(255) PRIMARY KEY, claimed_at timestamptz NOT NULL DEFAULT now())',
  ];
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('DROP TABLE IF EXISTS handled_events');
  await client.query(statement);
  await client.end();
}

async function emptyTable(url: string): Promise<void> {
  const { CreateTableCommand, DeleteTableCommand, DynamoDBClient } = await import('@aws-sdk/client-dynamodb');
  const client = new DynamoDBClient({ endpoint: url, region: 'eu-central-1', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
  await client.send(new DeleteTableCommand({ TableName: 'handled' })).catch((error: Error) => {
    if (error.name !== 'ResourceNotFoundException') throw error;
  });
  for (let attempt = 0; ; attempt++) {
    try {
      await client.send(
        new CreateTableCommand({
          TableName: 'handled',
          AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
          KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
          BillingMode: 'PAY_PER_REQUEST',
        }),
      );
      return;
    } catch (error) {
      if (attempt > 40) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}
