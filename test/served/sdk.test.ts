/** Vulnerable handlers, repaired by `verify-with-sdk` with the vendors' own packages, served and attacked. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { at, endpointOf, findingOf, repaired } from '../remedies/by-hand.js';
import { type Attack, attacks, genuine, provider, secretOf, variableOf } from './deliveries.js';
import { loadRoute, missingPython, type Served, serveNode, servePython } from './serve.js';
import { signedForm } from './twilio.js';

const PACKAGES = JSON.stringify({ dependencies: { stripe: '*', svix: '*', standardwebhooks: '*', twilio: '*', '@octokit/webhooks-methods': '*' } });
const BASE = 'https://hooks.example.test';
const IDS = ['stripe', 'github', 'svix', 'standard-webhooks'];
const secrets = {
  ...Object.fromEntries(IDS.map((id) => [variableOf(provider(id)), secretOf(provider(id))])),
  TWILIO_AUTH_TOKEN: secretOf(provider('twilio')),
  PUBLIC_URL: BASE,
};

/** The Stripe package takes any timestamp that lies ahead; the others do not. */
const tried = (id: string): Attack[] => attacks(provider(id)).filter((attack) => !(id === 'stripe' && attack.name === 'from tomorrow'));

const subjects = [
  {
    name: 'Express',
    file: 'express-sdk.ts',
    framework: 'express',
    ids: [...IDS, 'twilio'],
    handler: (id: string) => `record('${id}'`,
    registration: (id: string) => `app.post('/${id}'`,
    python: [] as string[],
  },
  {
    name: 'Flask',
    file: 'flask_sdk.py',
    framework: 'flask',
    ids: ['stripe', 'twilio'],
    handler: (id: string) => `record("${id}"`,
    registration: () => undefined,
    python: ['flask', 'stripe', 'twilio'],
  },
];

describe.each(subjects)('$name', (subject) => {
  let text = readFileSync(join(import.meta.dirname, 'handlers/app', subject.file), 'utf8');
  for (const id of subject.ids) {
    const files = { [subject.file]: text, 'package.json': PACKAGES, 'requirements.txt': 'stripe\ntwilio\n' };
    const endpoint = endpointOf(files, subject.file, {
      framework: subject.framework,
      provider: id,
      handler: subject.handler(id),
      registration: subject.registration(id),
    });
    text =
      repaired(files, findingOf(subject.file, at(text, subject.handler(id)), { remedy: 'verify-with-sdk', facts: { endpoint } }), 'verify-with-sdk')[
        subject.file
      ] ?? '';
  }
  const serve = (env: Readonly<Record<string, string>>): Promise<Served> =>
    subject.framework === 'flask' ? servePython({ [subject.file]: text }, subject.file, env) : serveNode({ 'app.ts': text }, 'app.ts', env);
  let served: Served;
  let unset: Served;
  let missing: string | undefined;

  beforeAll(async () => {
    missing = subject.python.length > 0 ? missingPython(...subject.python) : undefined;
    if (missing) return;
    [served, unset] = await Promise.all([serve(secrets), serve({})]);
  }, 300_000);
  beforeEach((context) => context.skip(missing !== undefined, missing));
  afterAll(() => Promise.all([served?.stop(), unset?.stop()]));

  for (const id of subject.ids.filter((one) => one !== 'twilio')) {
    it(`${id}: accepts a genuine delivery once, refuses everything else`, async () => {
      expect(await send(served, `/${id}`, genuine(provider(id)))).toBeOneOf([200, 204]);
      expect(served.effects()).toEqual([`${id} evt_1`]);
      for (const attack of tried(id)) {
        const answer = await send(served, `/${id}`, attack);
        expect({ attack: attack.name, answer: Math.floor(answer / 100), effects: served.effects() }).toEqual({ attack: attack.name, answer: 4, effects: [] });
      }
      expect(await send(unset, `/${id}`, genuine(provider(id)))).toBeGreaterThanOrEqual(400);
      expect(unset.effects()).toEqual([]);
    });
  }

  it('twilio: accepts the form that was signed for this address, refuses everything else', async () => {
    const real = signedForm(`${BASE}/twilio?from=us`, { MessageSid: 'SM1', Body: 'h\u00e9llo & goodbye', From: '+15550100' }, secrets.TWILIO_AUTH_TOKEN);
    expect(await send(served, '/twilio?from=us', real)).toBe(200);
    expect(served.effects()).toEqual(['twilio SM1']);
    const signature = real.headers['x-twilio-signature'] ?? '';
    const attempts: Attack[] = [
      { ...real, name: 'unsigned', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      { ...real, name: 'tampered', body: real.body.replace('SM1', 'SM2') },
      { ...real, name: 'field added', body: `${real.body}&Extra=1` },
      { ...real, name: 'cut short', headers: { ...real.headers, 'x-twilio-signature': signature.slice(0, -2) } },
      { ...real, name: 'not ASCII', headers: { ...real.headers, 'x-twilio-signature': `${signature.slice(0, -1)}\u00e9` } },
      { ...signedForm(`${BASE}/twilio?from=us`, { MessageSid: 'SM1' }, 'another token'), name: 'forged' },
      { ...signedForm('https://elsewhere.example.test/twilio?from=us', { MessageSid: 'SM1' }, secrets.TWILIO_AUTH_TOKEN), name: 'signed for another address' },
    ];
    for (const attack of attempts) {
      const answer = await send(served, '/twilio?from=us', attack);
      expect({ attack: attack.name, answer: Math.floor(answer / 100), effects: served.effects() }).toEqual({ attack: attack.name, answer: 4, effects: [] });
    }
    expect(await send(served, '/twilio', real)).toBe(401);
    expect(await send(unset, '/twilio?from=us', real)).toBeGreaterThanOrEqual(400);
    expect([...served.effects(), ...unset.effects()]).toEqual([]);
  });
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

  it.each(IDS)('%s: accepts the genuine delivery only', async (id) => {
    const files = { [path]: original, 'package.json': PACKAGES };
    const endpoint = endpointOf(files, path, { framework: 'next-app', provider: id, handler: 'appendFileSync(process' });
    const text =
      repaired(files, findingOf(path, at(original, 'appendFileSync(process'), { remedy: 'verify-with-sdk', facts: { endpoint } }), 'verify-with-sdk')[path] ??
      '';
    const route = await loadRoute(text, path);
    rmSync(effects, { force: true });
    const answer = async (attack: Attack): Promise<number> =>
      (await route.POST(new Request('http://localhost/hook', { method: 'POST', body: attack.body, headers: attack.headers }))).status;
    try {
      expect(await answer(genuine(provider(id)))).toBe(200);
      for (const attack of tried(id))
        expect({ attack: attack.name, answer: Math.floor((await answer(attack)) / 100) }).toEqual({ attack: attack.name, answer: 4 });
    } finally {
      route.remove();
    }
    expect(readFileSync(effects, 'utf8')).toBe('next evt_1\n');
  });
});

async function send(served: Served, path: string, attack: Attack): Promise<number> {
  const answer = await served.send(path, { method: 'POST', body: attack.body, headers: attack.headers });
  await answer.arrayBuffer();
  return answer.status;
}
