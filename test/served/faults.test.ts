/** Handlers that check, each in a way that does not hold: scanned, repaired until nothing is found, served and attacked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { untilSilent } from '../remedies/until-silent.js';
import { attacks, genuine, provider, secretOf } from './deliveries.js';
import { missingPython, type Served, serveNode, servePython } from './serve.js';

const row = provider('generic-hmac');
const subjects = [
  { name: 'Express', file: 'express-faults.ts', serve: serveNode },
  { name: 'Flask', file: 'flask_faults.py', serve: servePython },
];

/** The store, which stands outside what is scanned as a driver would. */
const STORE = {
  'db.js':
    "import { appendFileSync } from 'node:fs';\nexport const db = { insert: (route, id) => appendFileSync(process.env.EFFECTS, `${route} ${id}\\n`) };\n",
  'db.py':
    'import os\n\n\nclass deliveries:\n    def insert_one(row):\n        with open(os.environ["EFFECTS"], "a") as effects:\n            effects.write(f"{row[\'route\']} {row[\'id\']}\\n")\n',
};

describe.each(subjects)('$name', ({ file, serve }) => {
  const text = readFileSync(join(import.meta.dirname, 'handlers/app', file), 'utf8');
  const routes = [...text.matchAll(/post\(['"]\/webhooks\/([a-z-]+)/g)].map((match) => match[1] ?? '');
  let served: Served;
  let unset: Served;
  let left: string[] = [];
  let missing: string | undefined;

  beforeAll(async () => {
    missing = file.endsWith('.py') ? missingPython('flask') : undefined;
    if (missing) return;
    const repaired = await untilSilent({ [file]: text });
    left = repaired.left.map((finding) => `${finding.rule} ${finding.variant}: ${finding.message.split('\n')[0]}`);
    const all = { ...repaired.files, ...STORE };
    [served, unset] = await Promise.all([serve(all, file, secretsIn(repaired.files[file] ?? '')), serve(all, file, {})]);
  }, 300_000);
  beforeEach((context) => context.skip(missing !== undefined, missing));
  afterAll(() => Promise.all([served?.stop(), unset?.stop()]));

  it('leaves nothing to find', () => expect(left).toEqual([]));

  it.each(routes)('%s: accepts a genuine delivery, refuses everything else, also without a secret', async (route) => {
    const send = async (to: Served, attack: { body: string; headers: Readonly<Record<string, string>> }): Promise<number> => {
      const answer = await to.send(`/webhooks/${route}`, { method: 'POST', body: attack.body, headers: attack.headers });
      await answer.arrayBuffer();
      return answer.status;
    };
    expect(await send(served, genuine(row))).toBe(204);
    expect(served.effects()).toEqual([`${route} evt_1`]);
    for (const attack of attacks(row)) {
      const answer = await send(served, attack);
      expect({ attack: attack.name, answer: Math.floor(answer / 100), effects: served.effects() }).toEqual({ attack: attack.name, answer: 4, effects: [] });
    }
    for (const attack of [genuine(row), genuine(row, 'development'), genuine(row, 'undefined'), genuine(row, 'only-for-the-two-of-us')]) {
      expect(await send(unset, attack)).toBeGreaterThanOrEqual(400);
      expect(unset.effects()).toEqual([]);
    }
  });
});

/** Every secret that the repaired file reads, whatever a repair has called it. */
function secretsIn(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/\b(?:[A-Z]+_)*WEBHOOK_SECRET(?:_\d+)?\b/g)].map(([variable]) => [variable, secretOf(row)]));
}
