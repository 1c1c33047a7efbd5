import { describe, expect, it, vi } from 'vitest';
import { run } from '../../server/src/cli/run.js';
import { temporaryProject } from '../workspace/temporary-project.js';

vi.setConfig({ testTimeout: 60_000 });

const name = 'webhookproof.config.json';
const handler = (verify = ''): string =>
  `import express from 'express';\nimport { opened } from '@parcelco/inbox';\nconst app = express();\napp.post('/webhook', express.raw({ type: '*/*' }), (req, res) => {\n${verify}  db.parcels.insert(JSON.parse(req.body));\n  res.end();\n});\n`;
const checked = handler("  if (!opened(req.body, req.get('x-parcel-signature'))) return res.sendStatus(401);\n");
const vouched = '{ "verifiers": [{ "call": "opened", "from": "@parcelco/inbox", "accepts": "true" }] }\n';

async function webhookproof(cwd: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const same = (text: string): string => text;
  const code = await run(args, {
    cwd,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    colours: () => ({ bold: same, dim: same, red: same, yellow: same, cyan: same, green: same }),
  });
  return { code, out, err };
}

describe('a configuration on the command line', () => {
  it('decides what is found', async () => {
    const told = await webhookproof(temporaryProject({ 'a.ts': checked }), 'scan', '--fail-on', 'note');
    expect(told).toMatchObject({ code: 1, err: '' });
    expect(told.out).toContain('name it under `verifiers` in webhookproof.config.json');
    expect(await webhookproof(temporaryProject({ 'a.ts': checked, [name]: vouched }), 'scan', '--fail-on', 'note')).toMatchObject({ code: 0, err: '' });
  });

  it('gives rules their level', async () => {
    const scan = async (level: string): Promise<{ code: number; out: string }> =>
      webhookproof(
        temporaryProject({ 'a.ts': handler(), [name]: `{ "rules": { "missing-signature-verification": ${level}, "missing-rate-limit": "off" } }` }),
        'scan',
      );
    expect((await scan('"error"')).code).toBe(1);
    expect((await scan('{ "editor": "note", "ci": "error" }')).code).toBe(1);
    expect((await scan('{ "editor": "error", "ci": "note" }')).code).toBe(0);
    expect(await scan('"note"')).toMatchObject({ code: 0, out: expect.stringContaining('note  missing-signature-verification') });
    expect(await scan('"off"')).toMatchObject({ code: 0, out: expect.stringContaining('No findings') });
  });

  it('that is wrong ends every command with 2, naming file, line and column', async () => {
    const root = temporaryProject({ 'a.ts': handler(), [name]: '{\n  "verifier": []\n}\n' });
    for (const args of [['scan'], ['scan', 'a.ts'], ['scan', name], ['scan', '--dump-ir'], ['fix', '.'], ['why', 'a.ts']])
      expect(await webhookproof(root, ...args)).toEqual({
        code: 2,
        out: '',
        err: `webhookproof: the configuration is wrong\n  ${name}:2:3  unknown key \`verifier\`; did you mean \`verifiers\`?\n`,
      });
    const extended = temporaryProject({ 'a.ts': handler(), [name]: '{ "extends": "./base.json" }', 'base.json': '{ "scope": 1 }' });
    expect((await webhookproof(extended, 'scan')).err).toContain('base.json:1:12');
    expect((await webhookproof(temporaryProject({ [name]: '{ "extends": "./no.json" }' }), 'scan')).err).toContain(`${name}:1:14  no.json does not exist`);
  });

  it('that cannot be read is wrong, too', async () => {
    const told = async (content: string | Uint8Array): Promise<{ code: number; err: string }> =>
      webhookproof(temporaryProject({ 'a.ts': handler(), [name]: content }), 'scan');
    expect(await told(' '.repeat(2 * 1024 * 1024))).toMatchObject({ code: 2, err: expect.stringContaining(`${name}:1:1  ${name} is larger than 1 MB`) });
    expect(await told(`{}${' '.repeat(300 * 1024)}`)).toMatchObject({ code: 2, err: expect.stringContaining('longer than 256 kB') });
    expect(await told(new Uint8Array([0x7b, 0, 1, 2]))).toMatchObject({ code: 2, err: expect.stringContaining('is not text') });
    expect(await told('')).toMatchObject({ code: 2, err: expect.stringContaining('the file is empty') });
    expect(await told(Buffer.from('\uFEFF{ "scope": "webhooks" }', 'utf16le'))).toMatchObject({ code: 1, err: '' });
  });

  it('may begin with a mark, and is looked at by itself when it is named', async () => {
    const root = temporaryProject({ 'a.ts': checked, [name]: `\uFEFF${vouched}` });
    expect(await webhookproof(root, 'scan', '--fail-on', 'note')).toMatchObject({ code: 0, err: '' });
    expect(await webhookproof(root, 'scan', name)).toMatchObject({ code: 0, err: '' });
  });

  it('excludes files, also those that are named, and says so', async () => {
    const root = temporaryProject({ 'legacy/a.ts': handler(), [name]: '{\n  "exclude": ["legacy"]\n}\n' });
    const { code, out } = await webhookproof(root, 'scan');
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('Left out: 1 file by the configuration.') });
    expect(await webhookproof(root, 'scan', 'legacy/a.ts')).toMatchObject({ code: 0 });
    expect((await webhookproof(root, 'why', 'legacy/a.ts')).out).toBe(`${name} holds for this file.\n${name}:2:15 excludes it, so nothing is reported here.\n`);
  });

  it('makes a scan begin at files that only it knows to hold endpoints', async () => {
    const framework = {
      id: 'trolley',
      name: 'Trolley',
      packages: ['trolley'],
      bodyBefore: 'on-demand',
      routers: [{ created: ['trolley()'], routes: [{ member: 'accept', form: 'call', methods: ['POST'], path: 0 }], params: ['trolley.Load'] }],
      members: [
        { name: 'trolley.Load', is: ['request'] },
        { name: 'trolley.Load.bytes', is: ['raw-body', 'payload'] },
      ],
    };
    const dock = "import trolley from 'trolley';\nconst dock = trolley();\ndock.accept('/webhook', (load) => db.parcels.insert(JSON.parse(load.bytes)));\n";
    expect((await webhookproof(temporaryProject({ 'dock.ts': dock }), 'scan')).code).toBe(0);
    const root = temporaryProject({ 'dock.ts': dock, [name]: JSON.stringify({ frameworks: [framework] }) });
    expect(await webhookproof(root, 'scan')).toMatchObject({ code: 1, out: expect.stringContaining('POST /webhook has no signature check') });
    expect((await webhookproof(root, 'why', 'dock.ts')).out).toContain('trolley, webhook');
  });

  it('is named by why, with the entry that decides', async () => {
    const root = temporaryProject({ 'a.ts': checked, [name]: vouched });
    const { out } = await webhookproof(root, 'why', 'a.ts');
    expect(out).toContain(`${name} holds for this file.`);
    expect(out).toContain('opened is a guard (signature)');
    expect(out).toContain(`${name}:1:17  opened is declared to verify`);

    const gateway = temporaryProject({ 'a.ts': handler(), [name]: '{ "gateways": [{ "paths": ["/webhook"], "reason": "see ops/gateway.tf" }] }' });
    const story = (await webhookproof(gateway, 'why', 'a.ts')).out;
    expect(story).toContain('verified: nothing is reached before a check has accepted');
    expect(story).toContain(`${name}:1:16  the gateway (see ops/gateway.tf) is a guard (signature, freshness)`);

    const unknown = (await webhookproof(temporaryProject({ 'a.ts': checked }), 'why', 'a.ts')).out;
    expect(unknown).toContain('name what verifies under `verifiers`');
    expect(unknown).toContain('of which no row tells: @parcelco/inbox');
  });

  it('gives repairs the scheme of a sender of its own', async () => {
    const parcelco = {
      id: 'parcelco',
      name: 'Parcelco',
      scheme: 'hmac',
      signatureHeader: 'X-Parcelco-Seal',
      secretEnvNames: ['PARCELCO_KEY'],
      recipe: {
        construction: 'hmac',
        digest: 'sha512',
        key: 'utf8',
        encoding: 'hex',
        message: '{body}',
        signature: { in: 'header', name: 'x-parcelco-seal', format: { kind: 'plain', prefix: 'v2=' } },
        timestamp: { in: 'none', name: null, unit: null },
      },
    };
    const receiver = handler().replace("'/webhook'", "'/webhook/parcelco'");
    const root = temporaryProject({ 'a.ts': receiver, [name]: JSON.stringify({ providers: [parcelco] }) });
    const { out } = await webhookproof(root, 'scan');
    expect(out).toContain("Verify Parcelco's signature (x-parcelco-seal)");
    expect(out).toContain('Verify with HMAC-SHA512 (Parcelco) (review)');
    const patch = (await webhookproof(root, 'fix', '--unsafe', '--dry-run', 'a.ts')).out;
    for (const part of ['x-parcelco-seal', 'v2=', 'sha512', 'PARCELCO_KEY']) expect(patch).toContain(part);
  });

  it('is read, never run', async () => {
    const root = temporaryProject({ 'a.ts': handler(), [name]: '{ "extends": "./evil.js" }', 'evil.js': 'globalThis.wasRun = true; module.exports = {};' });
    expect(await webhookproof(root, 'scan')).toMatchObject({ code: 2, err: expect.stringContaining('evil.js:1:1  this is no JSON') });
    expect('wasRun' in globalThis).toBe(false);
  });
});

describe('--stats', () => {
  const project = (): string =>
    temporaryProject({
      'a.ts': handler(),
      'b.ts': checked,
      'c.py':
        'from flask import Flask, request\nimport parcelco\napp = Flask(__name__)\n@app.post("/orders")\ndef order():\n    db.orders.insert(request.json)\n    return ""\n',
    });

  it('counts files, endpoints by verdict, what was not understood and what is imported from elsewhere', async () => {
    const { err } = await webhookproof(project(), 'scan', '--stats', '--fail-on', 'never');
    expect(err).toMatch(/^files: 3 that may hold an endpoint: 2 with findings, 0 with webhooks and none, 1 without a webhook, 0 not read$/m);
    expect(err).toMatch(/^endpoints: 0 verified, 1 not verified, 1 cannot tell, 1 no webhook$/m);
    expect(err).toMatch(/^not understood: \d+ expressions and statements in \d+ files?/m);
    expect(err).toMatch(/^imports from outside the project: 4, of which 2 no row speaks of \(@parcelco\/inbox 2, parcelco 1\)$/m);
    expect(err).toMatch(/^all: \d+ ms$/m);
  });

  it('stands in the reports for machines', async () => {
    const expected = {
      files: { seen: 3, withFindings: 2, quiet: 0, withoutWebhooks: 1, notRead: 0 },
      endpoints: { verified: 0, unverified: 1, 'cannot-tell': 1, 'not-a-webhook': 1 },
      imports: {
        outside: 4,
        unknown: 2,
        names: [
          { name: '@parcelco/inbox', count: 2 },
          { name: 'parcelco', count: 1 },
        ],
      },
    };
    const json = await webhookproof(project(), 'scan', '--stats', '--format', 'json', '--fail-on', 'never');
    expect(JSON.parse(json.out).stats).toMatchObject(expected);
    const sarif = await webhookproof(project(), 'scan', '--stats', '--format', 'sarif', '--fail-on', 'never');
    expect(JSON.parse(sarif.out).runs[0].properties.stats).toMatchObject(expected);
    const without = await webhookproof(project(), 'scan', '--format', 'json', '--fail-on', 'never');
    expect(JSON.parse(without.out).stats).toBeUndefined();
  });
});
