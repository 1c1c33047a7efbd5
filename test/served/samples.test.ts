/** The three samples of the house: scanned, repaired until nothing is found, served and attacked. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Files } from '../remedies/by-hand.js';
import { untilSilent } from '../remedies/until-silent.js';
import { type Attack, attacks, genuine, provider, secretOf, variableOf } from './deliveries.js';
import { missingPython, type Served, serveNode, servePython } from './serve.js';

const samples = join(import.meta.dirname, '../samples');

const PUSH = JSON.stringify({ ref: 'refs/heads/main', after: 'c0ffee', repository: { full_name: 'acme/shop' } });
const RELEASE = JSON.stringify({ repository: { full_name: 'acme/shop' }, release: { tag_name: 'v1', body: 'first' } });
const PAID = JSON.stringify({
  id: 'evt_1',
  object: 'event',
  type: 'checkout.session.completed',
  data: { object: { client_reference_id: 'o_1', amount_total: 4200 } },
});

describe('express-github', () => {
  const row = provider('github');
  const secrets = { [variableOf(row)]: secretOf(row) };
  let served: Served;
  let unset: Served;
  beforeAll(async () => {
    const files = await silent('express-github');
    const serve = (env: Readonly<Record<string, string>>) => serveNode(files, 'server.ts', { DEPLOYMENTS_FILE: 'effects.txt', ...env });
    [served, unset] = await Promise.all([serve(secrets), serve({})]);
  }, 60_000);
  afterAll(() => Promise.all([served?.stop(), unset?.stop()]));

  it('takes a genuine push once and refuses everything else', async () => {
    const send = async (to: Served, attack: Attack): Promise<number> =>
      (await to.send('/webhooks/github', { method: 'POST', body: attack.body, headers: { ...attack.headers, 'x-github-event': 'push' } })).status;
    expect(await send(served, genuine(row, undefined, PUSH))).toBe(202);
    expect(served.effects()).toHaveLength(1);
    for (const attack of attacks(row, PUSH))
      expect({ attack: attack.name, answer: Math.floor((await send(served, attack)) / 100), effects: served.effects() }).toEqual({
        attack: attack.name,
        answer: 4,
        effects: [],
      });
    expect(await send(unset, genuine(row, undefined, PUSH))).toBeGreaterThanOrEqual(400);
    expect(unset.effects()).toEqual([]);
  });
});

describe('flask-releases', () => {
  const row = provider('github');
  let served: Served;
  let unset: Served;
  let missing: string | undefined;
  beforeAll(async () => {
    missing = missingPython('flask');
    if (missing) return;
    const files = await silent('flask-releases');
    // The sample listens on a port of its own; here each copy has one.
    const text = (files['app.py'] ?? '').replace('app.run(port=5000)', 'app.run(port=int(os.environ["PORT"]))');
    const serve = (env: Readonly<Record<string, string>>) => servePython({ ...files, 'app.py': text }, 'app.py', env);
    [served, unset] = await Promise.all([serve({ [variableOf(row)]: secretOf(row) }), serve({})]);
  }, 300_000);
  beforeEach((context) => context.skip(missing !== undefined, missing));
  afterAll(() => Promise.all([served?.stop(), unset?.stop()]));

  it('stores a genuine release and refuses everything else', async () => {
    const send = async (to: Served, attack: Attack): Promise<number> =>
      (await to.send('/webhooks/github', { method: 'POST', body: attack.body, headers: { ...attack.headers, 'x-github-event': 'release' } })).status;
    const stored = async (to: Served): Promise<number> => ((await (await to.send('/releases', {})).json()) as { releases: unknown[] }).releases.length;
    expect(await send(served, genuine(row, undefined, RELEASE))).toBe(201);
    for (const attack of attacks(row, RELEASE))
      expect({ attack: attack.name, answer: Math.floor((await send(served, attack)) / 100) }).toEqual({ attack: attack.name, answer: 4 });
    expect(await stored(served)).toBe(1);
    expect(await send(unset, genuine(row, undefined, RELEASE))).toBeGreaterThanOrEqual(400);
    expect(await stored(unset)).toBe(0);
  });
});

describe('next-stripe', () => {
  const row = provider('stripe');
  const folder = mkdtempSync(join(import.meta.dirname, '../../node_modules/.served-'));
  const environment = { ...process.env };
  afterAll(() => {
    process.env = environment;
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['the Stripe SDK', 'HMAC-SHA256'])('repaired with %s it takes a genuine event once and refuses everything else', async (way) => {
    const files = await silent('next-stripe', (titles) =>
      Math.max(
        0,
        titles.findIndex((title) => title.includes(way)),
      ),
    );
    const route = Object.keys(files).find((path) => path.endsWith('route.ts')) ?? '';
    const place = mkdtempSync(join(folder, 'case-'));
    for (const [path, text] of Object.entries(files)) writeFileSync(join(place, path.replaceAll('/', '_')), text.replace('@/lib/orders', './lib_orders'));
    const outfile = join(place, 'route.mjs');
    buildSync({ entryPoints: [join(place, route.replaceAll('/', '_'))], bundle: true, packages: 'external', platform: 'node', format: 'esm', outfile });
    const orders = join(place, 'orders.jsonl');
    Object.assign(process.env, { [variableOf(row)]: secretOf(row), ORDERS_FILE: orders });
    const { POST } = (await import(/* @vite-ignore */ outfile)) as { POST(request: Request): Promise<Response> };
    const send = async (attack: Attack): Promise<number> =>
      (await POST(new Request('http://localhost/api/webhooks/stripe', { method: 'POST', body: attack.body, headers: attack.headers }))).status;

    expect(await send(genuine(row, undefined, PAID))).toBe(200);
    for (const attack of attacks(row, PAID).filter((one) => !(way.includes('SDK') && one.name === 'from tomorrow'))) {
      expect({ attack: attack.name, answer: Math.floor((await send(attack)) / 100) }).toEqual({ attack: attack.name, answer: 4 });
    }
    delete process.env[variableOf(row)];
    expect(await send(genuine(row, undefined, PAID))).toBeGreaterThanOrEqual(400);
    expect(readFileSync(orders, 'utf8').trim().split('\n')).toEqual(['{"id":"o_1","status":"paid","amount":4200}']);
  });
});

async function silent(sample: string, choose?: (titles: readonly string[]) => number): Promise<Files> {
  const repaired = await untilSilent(read(join(samples, sample)), choose);
  // What no repair is offered for stays, and is about repeats and sizes, never about who sent it.
  const others = ['missing-idempotency', 'unbounded-payload'];
  expect(
    repaired.left
      .filter((finding) => finding.remedies.length > 0 || !others.includes(finding.rule))
      .map((finding) => `${finding.rule}: ${finding.message.split('\n')[0]}`),
  ).toEqual([]);
  expect(repaired.applied.length).toBeGreaterThan(0);
  return repaired.files;
}

function read(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map((entry) => join(entry.parentPath, entry.name)).map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}
