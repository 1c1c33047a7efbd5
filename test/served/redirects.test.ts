/** Handlers that redirect where the sender says: repaired in both ways, served, and told to lead elsewhere. */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { untilSilent } from '../remedies/until-silent.js';
import { missingPython, type Served, serveNode, servePython } from './serve.js';

const KEY = 'parcels-of-this-test';
const elsewhere = [
  'https://evil.test/',
  'http://www.example.com/',
  '//evil.test/',
  '///evil.test/',
  '/\\evil.test/',
  '\\\\evil.test/',
  '/\t/evil.test/',
  '\t//evil.test/',
  '/\n/evil.test',
  'https:evil.test',
  'https://www.example.com@evil.test/',
  'https://evil.test\\@www.example.com/',
  'https://www.example.com.evil.test/',
  'javascript:alert(1)',
  'data:text/html,hello',
];

describe.each(['express.ts', 'flask_app.py'])('%s', (file) => {
  let served: readonly Served[] = [];
  let missing: string | undefined;

  beforeAll(async () => {
    missing = file === 'flask_app.py' ? missingPython('flask') : undefined;
    if (missing) return;
    const text = readFileSync(join(import.meta.dirname, 'handlers/redirects', file), 'utf8');
    served = await Promise.all(
      [0, 1].map(async (choice) => {
        const repaired = await untilSilent(
          { [file]: text },
          () => choice,
          (finding) => finding.rule === 'open-redirect',
        );
        expect(repaired.left.map((one) => one.message)).toEqual([]);
        return (extname(file) === '.py' ? servePython : serveNode)(repaired.files, file, { PARCEL_KEY: KEY });
      }),
    );
  }, 120_000);
  beforeEach((context) => context.skip(missing !== undefined, missing));
  afterAll(() => Promise.all(served.map((one) => one.stop())));

  it('leads to paths of its own, and nowhere else', async () => {
    expect(await post(served[0], '/parcels?id=1')).toEqual({ status: 303, to: 'http://own.test/parcels?id=1' });
    for (const back of elsewhere) expect({ back, to: new URL((await post(served[0], back)).to).host }).toEqual({ back, to: 'own.test' });
  });

  it('leads to the listed host, and refuses everything else', async () => {
    expect(await post(served[1], 'https://www.example.com/parcels?id=1')).toEqual({ status: 303, to: 'https://www.example.com/parcels?id=1' });
    for (const back of elsewhere) expect({ back, status: (await post(served[1], back)).status }).toEqual({ back, status: 422 });
  });
});

async function post(served: Served | undefined, back: string): Promise<{ status: number; to: string }> {
  const body = JSON.stringify({ back });
  const headers = { 'content-type': 'application/json', 'x-parcel-signature': createHmac('sha256', KEY).update(body).digest('hex') };
  const answer = await served?.send('/webhooks/parcels', { method: 'POST', body, headers });
  await answer?.arrayBuffer();
  return { status: answer?.status ?? 0, to: new URL(answer?.headers.get('location') ?? '', 'http://own.test').href };
}
