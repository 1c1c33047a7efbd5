/** Handlers that put the sender's words into SQL and command lines: repaired, served, and given statements and commands for words. */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { untilSilent } from '../remedies/until-silent.js';
import { missingPython, type Served, serveNode, servePython } from './serve.js';
import { missingStore, type Store, startPostgres } from './stores.js';

const KEY = 'parcels-of-this-test';

describe.each(['express.ts', 'flask_app.py'])('%s', (file) => {
  let served: Served;
  let store: Store | undefined;
  let missing: string | undefined;

  beforeAll(async () => {
    missing = file === 'flask_app.py' ? missingPython('flask') : missingStore('postgres');
    if (missing) return;
    store = file === 'express.ts' ? await startPostgres() : undefined;
    if (store) await prepare(store.url);
    const text = readFileSync(join(import.meta.dirname, 'handlers/injected', file), 'utf8');
    const repaired = await untilSilent({ [file]: text }, undefined, (finding) => finding.rule === 'injection');
    expect(repaired.left.map((one) => one.message)).toEqual([]);
    expect(repaired.applied).toHaveLength(3);
    const env = { PARCEL_KEY: KEY, DATABASE_URL: store?.url ?? '' };
    served = await (extname(file) === '.py' ? servePython : serveNode)(repaired.files, file, env);
  }, 120_000);
  beforeEach((context) => context.skip(missing !== undefined, missing));
  afterAll(async () => {
    await served?.stop();
    await store?.stop();
  });

  it('stores every text as it is, and nothing besides', async () => {
    const notes = [
      'fragile',
      "O'Hara",
      "x'), ('forged",
      "x', 'forged'), ('y', 'forged') --",
      "'; DELETE FROM parcels; --",
      "' OR '1'='1",
      '%s ? $1 :note',
      'a "quoted" \\ text',
    ];
    for (const note of notes) expect({ note, status: await post(served, 'parcels', note) }).toEqual({ note, status: 204 });
    expect((await kept(served)).rows).toEqual(notes.map((note) => ({ note, owner: 'nobody', seen: 1 })));
  }, 30_000);

  it('starts the one program with the words as they are', async () => {
    const notes = ['plain', 'two words', 'x; touch pwned', '$(touch pwned)', '`touch pwned`', 'x | touch pwned', 'x && touch pwned', 'x > pwned', "it's"];
    for (const note of notes) expect({ note, status: await post(served, 'labels', note) }).toEqual({ note, status: 204 });
    const { labels, files } = await kept(served);
    expect([...labels].sort()).toEqual([...notes].sort());
    expect(files).not.toContain('pwned');
  }, 30_000);
});

async function prepare(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE TABLE parcels (id serial PRIMARY KEY, note text, owner text, seen integer DEFAULT 0)');
  await client.end();
}

interface Kept {
  readonly rows: readonly { readonly note: string; readonly owner: string; readonly seen: number }[];
  readonly labels: readonly string[];
  readonly files: readonly string[];
}

async function kept(served: Served): Promise<Kept> {
  return (await (await served.send('/kept', { method: 'GET' })).json()) as Kept;
}

async function post(served: Served, route: string, note: string): Promise<number> {
  const body = JSON.stringify({ note });
  const headers = { 'content-type': 'application/json', 'x-parcel-signature': createHmac('sha256', KEY).update(body).digest('hex') };
  const answer = await served.send(`/webhooks/${route}`, { method: 'POST', body, headers });
  await answer.arrayBuffer();
  return answer.status;
}
