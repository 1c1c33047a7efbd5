/**
 * Vulnerable handlers, repaired by `verify-with-hmac`, served by the real frameworks and attacked. Each file holds a route for
 * every provider, repaired one after the other as a user would.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { at, endpointOf, findingOf, repaired } from '../remedies/by-hand.js';
import { type Attack, attacks, genuine, provider, secretOf, variableOf } from './deliveries.js';
import { loadRoute, missingPython, type Served, serveNode, servePython } from './serve.js';

const PROVIDERS = ['github', 'slack', 'shopify', 'stripe', 'standard-webhooks', 'generic-hmac', 'gitlab', 'telegram'];
const secrets = Object.fromEntries(PROVIDERS.map((id) => [variableOf(provider(id)), secretOf(provider(id))]));

interface Subject {
  readonly name: string;
  readonly file: string;
  readonly framework: string;
  route(id: string): { readonly handler: string; readonly registration?: string };
  serve(text: string, env: Readonly<Record<string, string>>): Promise<Served>;
}

const subjects: readonly Subject[] = [
  {
    name: 'Express without a parser, TypeScript',
    file: 'express-bare.ts',
    framework: 'express',
    route: (id) => ({ handler: id === 'generic-hmac' ? 'handOver(req)' : `record('${id}'`, registration: `app.post('/${id}'` }),
    serve: (text, env) => serveNode({ 'app.ts': text }, 'app.ts', env),
  },
  {
    name: 'Express behind express.json(), CommonJS',
    file: 'express-parsed.js',
    framework: 'express',
    route: (id) => ({ handler: `record("${id}"`, registration: `app.post("/${id}"` }),
    serve: (text, env) => serveNode({ 'app.js': text }, 'app.js', env),
  },
  {
    name: 'Flask',
    file: 'flask_app.py',
    framework: 'flask',
    route: (id) => ({ handler: `record("${id}"` }),
    serve: (text, env) => servePython({ 'flask_app.py': text }, 'flask_app.py', env),
  },
];

describe.each(subjects)('$name', (subject) => {
  let text = readFileSync(join(import.meta.dirname, 'handlers/app', subject.file), 'utf8');
  for (const id of PROVIDERS) text = repair(text, subject, id);
  let served: Served;
  let unset: Served;
  let missing: string | undefined;

  beforeAll(async () => {
    missing = subject.framework === 'flask' ? missingPython('flask') : undefined;
    if (missing) return;
    [served, unset] = await Promise.all([subject.serve(text, secrets), subject.serve(text, {})]);
  }, 300_000);
  beforeEach((context) => context.skip(missing !== undefined, missing));
  afterAll(() => Promise.all([served?.stop(), unset?.stop()]));

  for (const id of PROVIDERS) {
    const row = provider(id);
    it(`${id}: a genuine delivery is accepted and takes effect once`, async () => {
      const answer = await send(served, id, genuine(row));
      expect([answer, served.effects()]).toEqual([expect.toBeOneOf([200, 201, 204]), [`${id} evt_1`]]);
    });

    it(`${id}: everything else is refused and does nothing`, async () => {
      for (const attack of attacks(row)) {
        const answer = await send(served, id, attack);
        expect({ attack: attack.name, answer: Math.floor(answer / 100), effects: served.effects() }).toEqual({ attack: attack.name, answer: 4, effects: [] });
      }
    });

    it(`${id}: without a secret nothing is accepted`, async () => {
      for (const attack of [genuine(row), genuine(row, ''), genuine(row, 'undefined')].filter((one) => one.headers[row.signatureHeader ?? ''] !== '')) {
        const answer = await send(unset, id, attack);
        expect({ answer: answer >= 400, effects: unset.effects() }).toEqual({ answer: true, effects: [] });
      }
    });
  }
});

describe.each(['next-route.ts', 'next-route.js'])('Next route handler %s', (file) => {
  const original = readFileSync(join(import.meta.dirname, 'handlers/app', file), 'utf8');
  const path = `app/hook/${file.replace('next-', '')}`;
  const effects = join(mkdtempSync(join(tmpdir(), 'served-')), 'effects.txt');
  const environment = { ...process.env };
  beforeAll(() => Object.assign(process.env, { ...secrets, EFFECTS: effects }));
  afterAll(() => {
    process.env = environment;
    rmSync(join(effects, '..'), { recursive: true, force: true });
  });

  for (const id of PROVIDERS) {
    const row = provider(id);
    it(`${id}: accepts the genuine delivery only`, async () => {
      const endpoint = endpointOf({ [path]: original }, path, { framework: 'next-app', provider: id, handler: 'appendFileSync(process' });
      const facts = { endpoint, ...(id === 'generic-hmac' ? {} : { scheme: id }) };
      const finding = findingOf(path, at(original, 'appendFileSync(process'), { remedy: 'verify-with-hmac', facts });
      const text = repaired({ [path]: original }, finding, id === 'generic-hmac' ? 'verify-with-hmac:generic-hmac' : 'verify-with-hmac')[path] ?? '';
      const route = await loadRoute(text, path);
      const answer = async (attack: Attack): Promise<number> =>
        (await route.POST(new Request('http://localhost/hook', { method: 'POST', body: attack.body, headers: attack.headers }))).status;
      try {
        expect(await answer(genuine(row))).toBe(200);
        for (const attack of attacks(row))
          expect({ attack: attack.name, answer: Math.floor((await answer(attack)) / 100) }).toEqual({ attack: attack.name, answer: 4 });
        delete process.env[variableOf(row)];
        expect(await answer(genuine(row))).toBeGreaterThanOrEqual(400);
      } finally {
        process.env[variableOf(row)] = secretOf(row);
        route.remove();
      }
      expect(readFileSync(effects, 'utf8').split('\n').filter(Boolean)).toEqual(Array(PROVIDERS.indexOf(id) + 1).fill('next evt_1'));
    });
  }
});

function repair(text: string, subject: Subject, id: string): string {
  const files = { [subject.file]: text };
  const { handler, registration } = subject.route(id);
  const endpoint = endpointOf(files, subject.file, { framework: subject.framework, provider: id === 'generic-hmac' ? null : id, handler, registration });
  const finding = findingOf(subject.file, at(text, handler), { remedy: 'verify-with-hmac', facts: { endpoint } });
  return repaired(files, finding, id === 'generic-hmac' ? 'verify-with-hmac:generic-hmac' : 'verify-with-hmac')[subject.file] ?? '';
}

async function send(served: Served, id: string, attack: Attack): Promise<number> {
  const answer = await served.send(`/${id}`, { method: 'POST', body: attack.body, headers: attack.headers });
  await answer.arrayBuffer();
  return answer.status;
}
