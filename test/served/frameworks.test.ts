/**
 * Vulnerable projects, one a framework: scanned, repaired by what the scan offers until no check is missing, served by the real
 * framework and attacked.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Files } from '../remedies/by-hand.js';
import { untilSilent } from '../remedies/until-silent.js';
import { type Attack, attacks, genuine, provider, secretOf, variableOf } from './deliveries.js';
import { type Served, serveNode } from './serve.js';

interface Subject {
  readonly folder: string;
  readonly entry: string;
  readonly ids: readonly string[];
}

const ALL = ['github', 'stripe', 'slack', 'generic-hmac', 'gitlab'];
const subjects: readonly Subject[] = [
  { folder: 'fastify', entry: 'app.ts', ids: ALL },
  { folder: 'fastify-raw-body', entry: 'server.ts', ids: ['github', 'shopify'] },
  { folder: 'koa', entry: 'app.js', ids: ALL },
  { folder: 'hono', entry: 'app.ts', ids: ALL },
  { folder: 'nest', entry: 'main.ts', ids: ALL },
  { folder: 'node-http', entry: 'app.ts', ids: ['github'] },
  { folder: 'node-http-events', entry: 'app.js', ids: ['stripe'] },
];

const root = join(import.meta.dirname, 'handlers/frameworks');
const secrets = Object.fromEntries([...ALL, 'shopify'].map((id) => [variableOf(provider(id)), secretOf(provider(id))]));

describe.each(subjects)('$folder', ({ folder, entry, ids }) => {
  let served: Served;
  let unset: Served;

  beforeAll(async () => {
    const files = await verified(read(join(root, folder)));
    [served, unset] = await Promise.all([serveNode(files, entry, secrets), serveNode(files, entry, {})]);
  }, 120_000);
  afterAll(() => Promise.all([served?.stop(), unset?.stop()]));

  it.each(ids)('%s: a genuine delivery is taken once, everything else is refused, without a secret all of it', async (id) => {
    const row = provider(id);
    expect([await send(served, id, genuine(row)), served.effects()]).toEqual([expect.toBeOneOf([200, 201, 204]), [`${id} evt_1`]]);
    for (const attack of attacks(row)) {
      const answer = await send(served, id, attack);
      expect({ attack: attack.name, answer: Math.floor(answer / 100), effects: served.effects() }).toEqual({ attack: attack.name, answer: 4, effects: [] });
    }
    for (const attack of [genuine(row), genuine(row, ''), genuine(row, 'undefined')].filter((one) => one.headers[row.signatureHeader ?? ''] !== '')) {
      const answer = await send(unset, id, attack);
      expect({ answer: answer >= 400, effects: unset.effects() }).toEqual({ answer: true, effects: [] });
    }
  });
});

/** Every check that is missing is put in, by hand-written code; nothing else is repaired. */
async function verified(files: Files): Promise<Files> {
  const isMeant = (finding: { readonly rule: string }): boolean => finding.rule === 'missing-signature-verification';
  const repaired = await untilSilent(
    files,
    (titles) =>
      Math.max(
        0,
        titles.findIndex((title) => /HMAC|secret token/.test(title)),
      ),
    isMeant,
  );
  expect(repaired.left.map((finding) => finding.message.split('\n')[0])).toEqual([]);
  return repaired.files;
}

function read(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map((one) => {
      const path = join(one.parentPath, one.name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

async function send(served: Served, id: string, attack: Attack): Promise<number> {
  const path = `/webhooks/${id === 'generic-hmac' ? 'orders' : id}`;
  const answer = await served.send(path, { method: 'POST', body: attack.body, headers: attack.headers });
  await answer.arrayBuffer();
  return answer.status;
}
