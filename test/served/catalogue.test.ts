/** Every provider whose scheme we write: its repaired handler takes what the provider's recipe signs, and nothing else. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { providers } from '../../server/src/knowledge/index.js';
import { unsupported } from '../../server/src/remedies/provider-scheme.js';
import { at, endpointOf, findingOf, repaired } from '../remedies/by-hand.js';
import { type Attack, attacks, genuine, secretOf, variableOf } from './deliveries.js';
import { loadRoute, missingPython, type Served, servePython } from './serve.js';

const written = providers.filter((row) => (row.recipe !== null || row.publicKey) && unsupported(row) === null && row.id !== 'generic-hmac');

it('there are many', () => expect(written.length).toBeGreaterThan(90));

describe('Next route handlers', () => {
  const environment = { ...process.env };
  afterAll(() => {
    process.env = environment;
  });
  const original = 'export async function POST(request: Request) {\n  const event = await request.json();\n  return Response.json({ taken: event.id });\n}\n';
  const path = 'app/hook/route.ts';

  it.each(written.map((row) => [row.id, row] as const))('%s', async (id, row) => {
    const endpoint = endpointOf({ [path]: original }, path, { framework: 'next-app', provider: id, handler: 'taken' });
    const text =
      repaired({ [path]: original }, findingOf(path, at(original, 'taken'), { remedy: 'verify-with-hmac', facts: { endpoint } }), 'verify-with-hmac')[path] ??
      '';
    const variable = /process\.env\.(\w+)/.exec(text)?.[1] ?? '';
    const route = await loadRoute(text, path);
    const answer = async (attack: Attack): Promise<number> =>
      (await route.POST(new Request('http://localhost/hook', { method: 'POST', body: attack.body, headers: attack.headers }))).status;
    try {
      process.env[variable] = secretFor(row.id);
      expect(await answer(genuine(row, secretFor(row.id))), text).toBe(200);
      for (const attack of attacks(row, undefined, secretFor(row.id)))
        expect({ attack: attack.name, answer: Math.floor((await answer(attack)) / 100) }, text).toEqual({ attack: attack.name, answer: 4 });
    } finally {
      delete process.env[variable];
      route.remove();
    }
  });
});

describe('Flask views', () => {
  const name = (id: string): string => `take_${id.replace(/\W/g, '_')}`;
  const views = written.map((row) => `@app.post("/${row.id}")\ndef ${name(row.id)}():\n    return {"taken": request.get_json()["id"]}\n`);
  let text = `import os\n\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n${views.join('\n\n')}\n\napp.run(host="127.0.0.1", port=int(os.environ["PORT"]))\n`;
  const env: Record<string, string> = {};
  let served: Served;
  let missing: string | undefined;

  beforeAll(async () => {
    missing = missingPython('flask', 'cryptography');
    if (missing) return;
    for (const row of written) {
      const handler = `def ${name(row.id)}`;
      const endpoint = endpointOf({ 'app.py': text }, 'app.py', { framework: 'flask', provider: row.id, handler });
      text =
        repaired({ 'app.py': text }, findingOf('app.py', at(text, handler), { remedy: 'verify-with-hmac', facts: { endpoint } }), 'verify-with-hmac')[
          'app.py'
        ] ?? '';
    }
    // Several providers share a variable; each gets the secret that fits its key's form.
    for (const row of written) {
      const view = text.slice(text.indexOf(`def ${name(row.id)}`));
      const variable = /environ\.get\("(\w+)"\)/.exec(view)?.[1] ?? variableOf(row);
      text = text.slice(0, text.indexOf(`def ${name(row.id)}`)) + view.replace(`"${variable}"`, `"${variable}_${name(row.id)}"`);
      env[`${variable}_${name(row.id)}`] = secretFor(row.id);
    }
    served = await servePython({ 'app.py': text }, 'app.py', env);
  }, 300_000);
  beforeEach((context) => context.skip(missing !== undefined, missing));
  afterAll(() => served?.stop());

  it.each(written.map((row) => [row.id, row] as const))('%s', async (id, row) => {
    const answer = async (attack: Attack): Promise<number> =>
      (await served.send(`/${id}`, { method: 'POST', body: attack.body, headers: attack.headers })).status;
    expect(await answer(genuine(row, secretFor(id)))).toBe(200);
    for (const attack of attacks(row, undefined, secretFor(id)))
      expect({ attack: attack.name, answer: Math.floor((await answer(attack)) / 100) }).toEqual({ attack: attack.name, answer: 4 });
  });
});

function secretFor(id: string): string {
  const row = written.find((one) => one.id === id);
  const words = 'only the two of us know this one';
  if (row?.recipe?.key === 'hex') return Buffer.from(words).toString('hex');
  if (row?.recipe?.key === 'base64') return Buffer.from(words).toString('base64');
  return row ? secretOf(row) : words;
}
