/** Handlers that ask whom the sender names: repaired, served, and sent to loopback, directly, by redirect, by name and by odd spelling. */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { untilSilent } from '../remedies/until-silent.js';
import { HOST, type Internet, internet, wiring } from './internet.js';
import { missingPython, type Served, serveNode, servePython } from './serve.js';

const KEY = 'parcels-of-this-test';

describe.each(['fetch.ts', 'axios.js', 'flask_app.py'])('%s', (file) => {
  let served: Served;
  let net: Internet | undefined;
  let missing: string | undefined;

  beforeAll(async () => {
    missing = file === 'flask_app.py' ? missingPython('flask', 'requests') : undefined;
    net = missing ? undefined : await internet();
    missing ??= net ? undefined : 'no certificate can be made here';
    if (missing || !net) return;
    const text = readFileSync(join(import.meta.dirname, 'handlers/addresses', file), 'utf8');
    const repaired = await untilSilent({ [file]: text }, undefined, (finding) => finding.rule === 'ssrf');
    expect(repaired.left.map((one) => one.message)).toEqual([]);
    expect(repaired.applied).toHaveLength(1);
    served = await (extname(file) === '.py' ? servePython : serveNode)({ ...repaired.files, ...wiring }, file, { PARCEL_KEY: KEY, ...net.env });
  }, 120_000);
  beforeEach((context) => {
    context.skip(missing !== undefined, missing);
    net?.resolves();
  });
  afterAll(() => Promise.all([served?.stop(), net?.stop()]));

  it('asks the listed host, with what is to be sent', async () => {
    const { status, text } = await post(served, `https://${HOST}/replies?of=1`);
    expect({ status, text: JSON.parse(text) as unknown }).toEqual({ status: 200, text: { status: 200, said: 'fine' } });
    expect(net?.asked()).toEqual({ inside: 0, host: [`POST ${HOST}/replies?of=1 p_1`] });
  });

  it('asks nobody else, however it is spelled', async () => {
    const port = net?.inside;
    for (const address of [
      `http://127.0.0.1:${port}/`,
      `https://127.0.0.1:${port}/`,
      `http://localhost:${port}/`,
      `http://0x7f000001:${port}/`,
      `http://2130706433:${port}/`,
      `http://0177.0.0.1:${port}/`,
      `http://[::1]:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      `https://[64:ff9b::7f00:1]/`,
      `https://100.64.0.1/`,
      `https://169.254.169.254/latest/meta-data`,
      `https://${HOST}@127.0.0.1:${port}/`,
      `https://user:word@${HOST}/`,
      `https://127.0.0.1:${port}\\@${HOST}/`,
      `https://${HOST}.evil.test/`,
      `https://evil-${HOST}/`,
      `https://evil.test/?${HOST}`,
      `https://evil.test/#${HOST}`,
      `http://${HOST}/`,
      `https://${HOST}:${port}/`,
      `//127.0.0.1:${port}/`,
      'file:///etc/passwd',
      'no address',
      '',
    ]) {
      const { status } = await post(served, address);
      expect({ address, status: Math.floor(status / 100), asked: net?.asked() }).toEqual({ address, status: 4, asked: { inside: 0, host: [] } });
    }
  }, 30_000);

  it('is not led elsewhere by a backslash that clients read differently', async () => {
    await post(served, `https://${HOST}\\@127.0.0.1:${net?.inside}/`);
    expect(net?.asked().inside).toBe(0);
  });

  it('asks no listed host that leads inside', async () => {
    for (const address of ['127.0.0.1', '10.0.0.5', '172.20.1.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255'])
      await expectNobodyAsked(address);
    for (const address of ['::1', '::', 'fe80::1', 'fd00::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:7f00:1::', 'ff02::1'])
      await expectNobodyAsked(address);
  }, 30_000);

  async function expectNobodyAsked(resolved: string): Promise<void> {
    net?.resolves(resolved);
    const { status } = await post(served, `https://${HOST}/`);
    expect({ resolved, isRefused: status >= 400, asked: net?.asked() }).toEqual({ resolved, isRefused: true, asked: { inside: 0, host: [] } });
  }

  it('follows no redirect', async () => {
    const { status, text } = await post(served, `https://${HOST}/redirect`);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).not.toContain('metadata');
    expect(net?.asked().inside).toBe(0);
  });

  it('stops reading an answer that has no end', async () => {
    const { status } = await post(served, `https://${HOST}/endless`);
    expect(status).toBeGreaterThanOrEqual(400);
    net?.asked();
    expect((await post(served, `https://${HOST}/`)).status).toBe(200);
  }, 30_000);
});

async function post(served: Served, address: string): Promise<{ status: number; text: string }> {
  const body = JSON.stringify({ id: 'p_1', reply_to: address });
  const headers = { 'content-type': 'application/json', 'x-parcel-signature': createHmac('sha256', KEY).update(body).digest('hex') };
  const answer = await served.send('/webhooks/parcels', { method: 'POST', body, headers });
  return { status: answer.status, text: await answer.text() };
}
