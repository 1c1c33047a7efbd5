/** Handlers that show their inside in answers and logs: repaired, served with a store that fails, and listened to. */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { untilSilent } from '../remedies/until-silent.js';
import { missingPython, type Served, serveNode, servePython } from './serve.js';

const KEY = 'parcels-of-this-test';
const COOKIE = 'session=only-mine';
const INSIDE = 'connect ECONNREFUSED 10.1.2.3:5432';
const STORE = {
  'db.js': `import { appendFileSync } from 'node:fs';
export const parcels = {
  async insert(parcel) {
    if (parcel.fails) throw new Error('${INSIDE}');
    appendFileSync(process.env.EFFECTS, parcel.id + '\\n');
  },
};
`,
  'db.py': `import os


class parcels:
    def insert_one(parcel):
        if parcel.get("fails"):
            raise RuntimeError("${INSIDE}")
        with open(os.environ["EFFECTS"], "a") as effects:
            effects.write(parcel["id"] + "\\n")
`,
};
const REVEALS = new Set(['error-detail-leak', 'secret-in-logs', 'debug-mode']);

describe.each(['express.ts', 'fastify.js', 'flask_app.py'])('%s', (file) => {
  let served: Served;
  let missing: string | undefined;

  beforeAll(async () => {
    missing = file === 'flask_app.py' ? missingPython('flask') : undefined;
    if (missing) return;
    const text = readFileSync(join(import.meta.dirname, 'handlers/reveals', file), 'utf8');
    const repaired = await untilSilent({ [file]: text }, undefined, (finding) => REVEALS.has(finding.rule));
    expect(repaired.left.map((one) => one.message)).toEqual([]);
    served = await (extname(file) === '.py' ? servePython : serveNode)({ ...repaired.files, ...STORE }, file, { PARCEL_KEY: KEY });
  }, 120_000);
  beforeEach((context) => context.skip(missing !== undefined, missing));
  afterAll(() => served?.stop());

  it('accepts a genuine delivery, and says nothing of its headers but their names', async () => {
    const { status } = await post(served, { id: 'p_1' });
    expect(status).toBe(204);
    expect(served.effects()).toEqual(['p_1']);
    await expect.poll(() => served.output().toLowerCase()).toContain('x-parcel-signature');
    expect(served.output()).not.toContain(COOKIE);
  });

  it('answers with nothing of what went wrong inside, and logs it', async () => {
    const { status, text } = await post(served, { id: 'p_2', fails: true });
    expect(status).toBe(500);
    expect(text).not.toMatch(/ECONNREFUSED|10\.1\.2\.3/);
    await expect.poll(() => served.output()).toContain(INSIDE);
    expect(served.effects()).toEqual([]);
  });

  it('tells a forged delivery nothing of the signature that would have been right, neither here nor in the log', async () => {
    const body = JSON.stringify({ id: 'p_3' });
    const { status, text } = await post(served, JSON.parse(body), '0'.repeat(64));
    expect(status).toBe(401);
    expect(text).not.toContain(signed(body));
    expect(served.output()).not.toContain(signed(body));
    expect(served.effects()).toEqual([]);
  });

  it('serves no debugger to a delivery that breaks it', async () => {
    const { status, text } = await post(served, null, undefined, 'many times');
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).not.toMatch(/Traceback|debugger|at .*\.(?:js|py)/);
  });
});

function signed(body: string): string {
  return createHmac('sha256', KEY).update(body).digest('hex');
}

async function post(served: Served, payload: unknown, signature?: string, attempt = '1'): Promise<{ status: number; text: string }> {
  const body = JSON.stringify(payload);
  const headers = { 'content-type': 'application/json', 'x-parcel-signature': signature ?? signed(body), cookie: COOKIE, 'x-attempt': attempt };
  const answer = await served.send('/webhooks/parcels', { method: 'POST', body, headers });
  return { status: answer.status, text: await answer.text() };
}
