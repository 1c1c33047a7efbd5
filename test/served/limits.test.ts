/** Handlers that take bodies of any size: given a limit, served, and sent more than that, also without an end. */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { untilSilent } from '../remedies/until-silent.js';
import { missingPython, type Served, serveNode, servePython } from './serve.js';

/** Nobody goes on for ever: by then the answer should have come. */
const MOST = 64_000_000;
const KEY = 'parcels-of-this-test';
const STORE = {
  'db.js': "import { appendFileSync } from 'node:fs';\nexport const parcels = { upsert: (id) => appendFileSync(process.env.EFFECTS, `${id}\\n`) };\n",
  'db.py':
    'import os\n\n\nclass parcels:\n    def update_one(row, change, upsert):\n        with open(os.environ["EFFECTS"], "a") as effects:\n            effects.write(f"{row[\'_id\']}\\n")\n',
};

describe.each(['listeners.js', 'loop.ts', 'helper.ts', 'consumed.ts', 'raw-body.ts', 'express.ts', 'fastify.ts', 'koa.js', 'flask_app.py', 'http_server.py'])(
  '%s',
  (file) => {
    let served: Served;
    let titles: readonly string[] = [];
    let missing: string | undefined;

    beforeAll(async () => {
      missing = file === 'flask_app.py' ? missingPython('flask') : undefined;
      if (missing) return;
      const text = readFileSync(join(import.meta.dirname, 'handlers/limits', file), 'utf8');
      const repaired = await untilSilent({ [file]: text }, undefined, (finding) => finding.rule === 'unbounded-payload');
      expect(repaired.left).toEqual([]);
      titles = repaired.applied;
      served = await (extname(file) === '.py' ? servePython : serveNode)({ ...repaired.files, ...STORE }, file, { PARCEL_KEY: KEY });
    }, 120_000);
    beforeEach((context) => context.skip(missing !== undefined, missing));
    afterAll(() => served?.stop());

    it('is given a limit', () => expect(titles).toHaveLength(1));

    it('accepts a genuine delivery, before and after what is too large', async () => {
      expect(await post(served, JSON.stringify({ id: 'p_1' }))).toBe(204);
      expect(await post(served, JSON.stringify({ id: 'p_2', note: 'x'.repeat(2_000_000) }))).toBeLessThan(500);
      expect(served.effects()).toEqual(['p_1']);
      expect(await post(served, JSON.stringify({ id: 'p_3' }))).toBe(204);
      expect(served.effects()).toEqual(['p_3']);
    }, 30_000);

    it('answers 4xx to 2 MB that are signed', async () => {
      const status = await post(served, JSON.stringify({ id: 'p_4', note: 'x'.repeat(2_000_000) }));
      expect(Math.floor(status / 100)).toBe(4);
      expect(served.effects()).toEqual([]);
    }, 30_000);

    it('refuses a body that does not say how long it is and goes on', async () => {
      const { status, sent } = await endless(served.port);
      expect(Math.floor(status / 100)).toBe(4);
      // Express's parsers read on to the end, without keeping anything, before they answer.
      if (file !== 'express.ts') expect(sent).toBeLessThan(MOST);
      expect(served.effects()).toEqual([]);
      expect(await post(served, JSON.stringify({ id: 'p_5' }))).toBe(204);
      expect(served.effects()).toEqual(['p_5']);
    }, 60_000);
  },
);

/**
 * A server that closes while the rest is still being sent resets the connection, and with it goes an answer that nobody has read
 * yet: it is asked again until one was.
 */
async function answered<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (attempt === 10 || (code !== 'EPIPE' && code !== 'ECONNRESET')) throw error;
    }
  }
}

const post = (served: Served, body: string): Promise<number> => answered(() => postOnce(served, body));
const endless = (port: number): Promise<{ status: number; sent: number }> => answered(() => endlessOnce(port));

function postOnce(served: Served, body: string): Promise<number> {
  const signature = createHmac('sha256', KEY).update(body).digest('hex');
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-parcel-signature': signature };
    const sending = request({ host: '127.0.0.1', port: served.port, path: '/webhooks/parcels', method: 'POST', headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    // Closed on while it was still sending: what was answered before is read first, where there was an answer.
    sending.once('error', (error) => setTimeout(() => reject(error), 200));
    sending.end(body);
  });
}

function endlessOnce(port: number): Promise<{ status: number; sent: number }> {
  return new Promise((resolve, reject) => {
    let sent = 0;
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const sending = request({ host: '127.0.0.1', port, path: '/webhooks/parcels', method: 'POST', headers, agent: false }, (answer) => {
      answer.resume();
      clearInterval(pouring);
      resolve({ status: answer.statusCode ?? 0, sent });
      sending.destroy();
    });
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const pouring = setInterval(() => {
      if (sending.destroyed) return clearInterval(pouring);
      sent += chunk.length;
      sending.write(chunk);
      if (sent < MOST) return;
      clearInterval(pouring);
      sending.end();
    }, 1);
    sending.once('error', (error) => {
      clearInterval(pouring);
      setTimeout(() => reject(error), 200);
    });
  });
}
