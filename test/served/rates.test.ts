/** Endpoints without a limiter, or with one that the sender steps around: repaired, served, and sent more than a limiter lets through. */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { untilSilent } from '../remedies/until-silent.js';
import { missingPython, type Served, servePython } from './serve.js';

const KEY = 'parcels-of-this-test';
const RATES = new Set(['missing-rate-limit', 'spoofable-rate-limit-key']);

describe('Flask-Limiter', () => {
  let served: Served;
  let titles: readonly string[] = [];
  let missing: string | undefined;

  beforeAll(async () => {
    missing = missingPython('flask', 'flask_limiter');
    if (missing) return;
    const text = readFileSync(join(import.meta.dirname, 'handlers/rates/flask_app.py'), 'utf8');
    const repaired = await untilSilent({ 'app.py': text }, undefined, (finding) => RATES.has(finding.rule));
    expect(repaired.left.map((one) => one.message)).toEqual([]);
    titles = repaired.applied;
    served = await servePython(repaired.files, 'app.py', { PARCEL_KEY: KEY });
  }, 300_000);
  beforeEach((context) => context.skip(missing !== undefined, missing));
  afterAll(() => served?.stop());

  it('is repaired where the key is chosen and where there is no limiter', () =>
    expect(titles).toEqual([
      expect.stringContaining('Count by the address of the connection'),
      expect.stringContaining('Let 60 a minute through (flask-limiter)'),
    ]));

  it.each(['labels', 'films'])(
    '%s: lets 60 a minute through, whoever they say they are',
    async (route) => {
      const answers: number[] = [];
      for (let count = 0; count < 75; count++) answers.push(await post(served, route, `source-${count}`));
      expect(answers.slice(0, 60)).toEqual(Array<number>(60).fill(204));
      expect(answers.slice(60)).toEqual(Array<number>(15).fill(429));
      expect(served.effects()).toHaveLength(60);
    },
    60_000,
  );
});

async function post(served: Served, route: string, source: string): Promise<number> {
  const body = JSON.stringify({ id: source });
  const signature = createHmac('sha256', KEY).update(body).digest('hex');
  const headers = { 'x-parcel-signature': signature, 'x-webhook-source': source, 'x-forwarded-for': `203.0.113.${source.length}` };
  const answer = await served.send(`/webhooks/${route}`, { method: 'POST', body, headers });
  await answer.arrayBuffer();
  return answer.status;
}
