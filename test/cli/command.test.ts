import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from 'sarif';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { run } from '../../server/src/cli/run.js';
import { put, temporaryProject } from '../workspace/temporary-project.js';

vi.setConfig({ testTimeout: 30_000 });

// Parsers and rules are loaded by the first scan; that is not what any single test is about.
beforeAll(async () => {
  await webhookproof(fileURLToPath(new URL('../samples', import.meta.url)), 'scan', '--fail-on', 'never');
}, 120_000);

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function webhookproof(cwd: string, ...args: string[]): Promise<Ended> {
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

const unsound =
  "import express from 'express';\nconst app = express();\napp.post('/webhook', (req, res) => {\n  db.parcels.insert(req.body);\n  res.end();\n});\n";
const quiet = 'export const a = 1;\n';

interface Sarif {
  readonly runs: readonly [
    {
      readonly results: readonly {
        readonly ruleId: string;
        readonly locations: readonly [{ readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }];
      }[];
      readonly tool: { readonly driver: { readonly rules: readonly unknown[] } };
    },
  ];
}

function uris(sarif: string): string[] {
  return (JSON.parse(sarif) as Sarif).runs[0].results.map((result) => result.locations[0].physicalLocation.artifactLocation.uri);
}

describe('--scope', () => {
  const search = `import express from 'express';
const app = express();
app.get('/search', async (req, res) => {
  const found = await fetch(String(req.query.from));
  res.json(await found.json());
});
`;
  const page = `import os

from flask import Flask, redirect, request

app = Flask(__name__)


@app.get("/away")
def away():
    return redirect(request.args["to"])
`;

  it('all-endpoints tells flows of endpoints that are no webhooks; without it they are left alone', async () => {
    const root = temporaryProject({ 'search.ts': search, 'page.py': page });

    expect(uris((await webhookproof(root, 'scan', '--format', 'sarif')).out)).toEqual([]);
    const all = await webhookproof(root, 'scan', '--scope', 'all-endpoints', '--format', 'sarif');
    expect(uris(all.out)).toEqual(['page.py', 'search.ts']);
    expect(all.code).toBe(1);
  });

  it('makes no webhook of an endpoint that asks who logs in, and no endpoint of a function that answers nobody', async () => {
    const root = temporaryProject({
      'login.py': `import os

import jwt
from flask import Flask, jsonify, request

from users import table

app = Flask(__name__)


def who(header):
    try:
        return jwt.decode(header.split(" ")[1], os.environ["KEY"], algorithms=["HS256"])["sub"]
    except Exception:
        return None


@app.post("/users")
def users():
    name = who(request.headers.get("Authorization", ""))
    table.insert_one({"name": str(name)})
    return jsonify(ok=True)
`,
      'runner.mjs': `export const handler = async (event, context) => {
  try {
    await fetch(process.env.RUNS, { method: 'POST', body: event.source });
  } catch (error) {
    return { ok: false, reason: error.message };
  }
  return { ok: true };
};
`,
    });

    expect(uris((await webhookproof(root, 'scan', '--scope', 'all-endpoints', '--format', 'sarif')).out)).toEqual([]);
  });

  it('goes before the configuration', async () => {
    const root = temporaryProject({ 'search.ts': search, 'webhookproof.config.json': '{ "scope": "all-endpoints" }' });

    expect(uris((await webhookproof(root, 'scan', '--format', 'sarif')).out)).toEqual(['search.ts']);
    expect(uris((await webhookproof(root, 'scan', '--scope', 'webhooks', '--format', 'sarif')).out)).toEqual([]);
  });

  it('is one of two words', async () => {
    expect(await webhookproof(temporaryProject({ 'a.ts': quiet }), 'scan', '--scope', 'all')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--scope is one of webhooks, all-endpoints, not "all"'),
    });
  });
});

describe('exit codes', () => {
  it('0 without findings, 1 with, and the terminal says how many', async () => {
    expect(await webhookproof(temporaryProject({ 'a.ts': quiet }), 'scan')).toEqual({
      code: 0,
      out: 'No findings; 0 webhook endpoints among 0 endpoints in 0 files that may hold one.\n',
      err: '',
    });
    const found = await webhookproof(temporaryProject({ 'a.ts': unsound }), 'scan', '.');
    expect(found).toMatchObject({ code: 1, err: '' });
    expect(found.out).toContain('a.ts:3:');
    expect(found.out).toContain('missing-signature-verification');
    expect(found.out).toMatch(/\n1 error.*; 1 webhook endpoint among 1 endpoint in 1 file that may hold one\.\n$/);
  });

  it('follow --fail-on', async () => {
    const root = temporaryProject({ 'a.ts': unsound });
    expect((await webhookproof(root, 'scan', '--fail-on', 'never')).code).toBe(0);
    expect((await webhookproof(root, 'scan', '--fail-on', 'error')).code).toBe(1);
    const helper = temporaryProject({
      'a.ts':
        "import express from 'express';\nimport { check } from 'some-package';\nconst app = express();\napp.post('/webhook', express.raw({ type: '*/*' }), (req, res) => {\n  if (!check(req.body, req.headers['x-signature'])) return res.sendStatus(401);\n  db.parcels.insert(req.body);\n});\n",
    });
    expect((await webhookproof(helper, 'scan', '--fail-on', 'warning')).code).toBe(0);
    const notes = await webhookproof(helper, 'scan', '--fail-on', 'note');
    expect(notes.out).toContain('note');
    expect(notes.code).toBe(1);
  });

  it('2 with one clear line for everything that is wrong usage', async () => {
    const root = temporaryProject({ 'a.ts': quiet, 'a.rb': '' });
    const told: readonly (readonly [readonly string[], string])[] = [
      [[], 'a command is missing; see webhookproof --help'],
      [['scna'], 'unknown command "scna"; did you mean scan?'],
      [['hasOwnProperty'], 'unknown command "hasOwnProperty"; see webhookproof --help'],
      [['--versoin'], 'unknown option --versoin; see webhookproof --help'],
      [['scan', 'nowhere'], 'cannot open nowhere (ENOENT)'],
      [['scan', '--formt', 'text'], 'unknown option --formt; did you mean --format?; see webhookproof scan --help'],
      [['scan', '--format', 'xml'], '--format is one of text, sarif, json, not "xml"'],
      [['scan', '--format'], "Option '--format <value>' argument missing; see webhookproof scan --help"],
      [['scan', '--fail-on', 'high'], '--fail-on is one of error, warning, note, never, not "high"'],
      [['scan', '--rules', 'late-verificaton'], 'there is no rule "late-verificaton"; did you mean late-verification?'],
      [['scan', '--rules', ' , '], '--rules needs at least one rule id'],
      [['scan', '--output', 'no/such/folder/x'], `cannot write ${join(root, 'no/such/folder/x')} (ENOENT)`],
      [['scan', '--output', '.'], `cannot write ${root} (`],
      [['explain'], 'explain takes one rule; webhookproof rules lists them'],
      [['explain', 'nothing-like-it'], 'there is no rule "nothing-like-it"; webhookproof rules lists them'],
      [['rules', 'x'], 'rules takes no arguments'],
      [['why'], 'why takes one FILE or FILE:LINE'],
      [['why', '.'], '. is a folder; why speaks of one file'],
      [['why', 'a.rb'], 'a.rb is neither TypeScript, JavaScript nor Python'],
      [['fix'], 'fix takes the files and folders it may change'],
      [['lsp'], 'write webhookproof lsp --stdio'],
    ];
    for (const [args, message] of told) {
      const { code, out, err } = await webhookproof(root, ...args);
      expect({ args, code, out }).toEqual({ args, code: 2, out: '' });
      expect(err, args.join(' ')).toContain(`webhookproof: ${message.startsWith('write') ? '' : message}`);
      expect(err, args.join(' ')).toContain(message);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    }
  });
});

describe('--help and --version', () => {
  it('are told everywhere', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    expect(await webhookproof('/', '--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
    const help = await webhookproof('/', '--help');
    for (const command of ['scan', 'fix', 'why', 'explain', 'rules', 'lsp']) {
      expect(help.out).toContain(`webhookproof ${command}`);
      const own = await webhookproof('/', command, '--help');
      expect(own).toMatchObject({ code: 0, out: expect.stringMatching(new RegExp(`^webhookproof ${command}`)), err: '' });
      expect(await webhookproof('/', 'help', command)).toEqual(own);
    }
  });
});

describe('scan', () => {
  it('gives addresses relative to the one folder that is named', async () => {
    const root = temporaryProject({ 'package.json': '{}', 'apps/api/src/hook.ts': unsound });
    expect(uris((await webhookproof(root, 'scan', 'apps/api', '--format', 'sarif')).out)).toContain('src/hook.ts');
    expect(uris((await webhookproof(root, 'scan', '--format', 'sarif')).out)).toContain('apps/api/src/hook.ts');
    expect(uris((await webhookproof(root, 'scan', 'apps/api/src/hook.ts', '--format', 'sarif')).out)).toContain('apps/api/src/hook.ts');
    expect(uris((await webhookproof('/', 'scan', join(root, 'apps/api'), '--format', 'sarif')).out)).toContain('src/hook.ts');
  });

  it('looks at several paths, each file once, also of several projects', async () => {
    const root = temporaryProject({ 'one/package.json': '{}', 'one/a.ts': unsound, 'two/package.json': '{}', 'two/b.ts': unsound });
    const { out } = await webhookproof(root, 'scan', 'two', 'one', 'one/a.ts', '--format', 'sarif', '--rules', 'missing-signature-verification');
    expect(uris(out)).toEqual(['one/a.ts', 'two/b.ts']);
  });

  it('reads helpers above the folder that is named', async () => {
    const root = temporaryProject({
      'package.json': '{}',
      'tsconfig.json': '{"compilerOptions":{"paths":{"@/*":["./lib/*"]}}}',
      'lib/check.ts':
        "import { createHmac, timingSafeEqual } from 'node:crypto';\nexport function check(body: Buffer, given: string): boolean {\n  const mac = createHmac('sha256', process.env.WEBHOOK_SECRET!).update(body).digest();\n  const sent = Buffer.from(given, 'hex');\n  return sent.length === mac.length && timingSafeEqual(sent, mac);\n}\n",
      'api/hook.ts':
        "import express from 'express';\nimport { check } from '@/check';\nconst app = express();\napp.post('/webhook', express.raw({ type: '*/*' }), (req, res) => {\n  if (!check(req.body, String(req.headers['x-signature']))) return res.sendStatus(401);\n  db.parcels.insert(JSON.parse(req.body.toString()));\n});\n",
    });
    expect((await webhookproof(root, 'scan', 'api')).out).toMatch(/^No findings; 1 webhook endpoint/);
  });

  it('leaves tests out and says so; a named file is always read', async () => {
    const root = temporaryProject({ '.gitignore': 'gen/\n', 'a.test.ts': unsound, 'gen/b.ts': unsound, 'node_modules/c/d.ts': unsound });
    expect((await webhookproof(root, 'scan')).out).toBe(
      'No findings; 0 webhook endpoints among 0 endpoints in 0 files that may hold one.\nLeft out: 1 test or fixture file (--include-tests), 1 entry that git ignores, 1 folder of installed or built code.\n',
    );
    expect((await webhookproof(root, 'scan', '--include-tests')).code).toBe(1);
    expect((await webhookproof(root, 'scan', 'gen/b.ts')).code).toBe(1);
  });

  it('of a handler that is named by itself looks at the routes that lead to it', async () => {
    const folder = temporaryProject({
      'app.ts':
        "import express from 'express';\nimport { receive, list } from './receive';\nconst app = express();\napp.post('/webhook', receive);\napp.get('/list', list);\n",
      'other.ts': unsound,
      'receive.ts':
        'export function receive(req, res) {\n  db.parcels.insert(req.body);\n  res.end();\n}\nexport function list(req, res) {\n  res.json(db.parcels.all());\n}\n',
    });
    const { code, out } = await webhookproof(folder, 'scan', 'receive.ts', '--format', 'sarif');
    expect(new Set(uris(out))).toEqual(new Set(['app.ts']));
    expect(code).toBe(1);
  });

  it('of nothing that can be read is wrong usage; beside others it is told', async () => {
    const folder = temporaryProject({ 'Main.java': 'class Main {}', 'a.ts': quiet });
    expect(await webhookproof(folder, 'scan', 'Main.java')).toMatchObject({ code: 2, out: '' });
    const { code, err } = await webhookproof(folder, 'scan', 'Main.java', 'a.ts');
    expect(code).toBe(0);
    expect(err).toBe('Main.java is in no language that is understood and was not read\n');
  });

  it('writes the report whole and leaves nothing else behind', async () => {
    const root = temporaryProject({ 'src/a.ts': unsound, 'report.sarif': 'old' });
    const { code, out } = await webhookproof(root, 'scan', 'src', '--format', 'sarif', '--output', 'report.sarif');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(uris(readFileSync(join(root, 'report.sarif'), 'utf8'))).toContain('a.ts');
    expect(readdirSync(root).sort()).toEqual(['report.sarif', 'src']);
    const before = readFileSync(join(root, 'report.sarif'));
    await webhookproof(root, 'scan', 'src', '--format', 'sarif', '--output', 'report.sarif');
    expect(Buffer.compare(before, readFileSync(join(root, 'report.sarif')))).toBe(0);
  });

  it('tells on the side what it could not read, or nothing when quiet', async () => {
    const root = temporaryProject({ 'a.ts': quiet, 'big.ts': 'x'.repeat(1_100_000), 'tsconfig.json': '{{{' });
    expect((await webhookproof(root, 'scan')).err).toBe('big.ts is larger than 1 MB (1100000 bytes) and was not read\n');
    expect(await webhookproof(root, 'scan', '--quiet')).toEqual({ code: 0, out: '', err: '' });
  });

  it('tells addresses as in the findings, not as in the project', async () => {
    const root = temporaryProject({
      'package.json': '{}',
      'apps/api/big.ts': 'x'.repeat(1_100_000),
      'apps/api/a.ts': `${unsound}// webhookproof-ignore late-verification\n`,
    });
    expect((await webhookproof(root, 'scan', 'apps/api')).err).toMatch(/^(?:big\.ts is larger.*\na\.ts:7 .*|a\.ts:7 .*\nbig\.ts is larger.*)\n$/);
  });

  it('tells in SARIF what each remedy would change', async () => {
    const { out } = await webhookproof(temporaryProject({ 'a.ts': unsound.replace('/webhook', '/webhooks/github') }), 'scan', '--format', 'sarif');
    const { runs } = JSON.parse(out) as Log;
    const changes = runs[0]?.results?.flatMap((result) => result.fixes ?? []).flatMap((fix) => fix.artifactChanges) ?? [];
    expect(changes.map((change) => change.artifactLocation.uri)).toContain('a.ts');
    expect(JSON.stringify(changes)).toContain('timingSafeEqual');
  });

  it('reports what a comment ignores as ignored', async () => {
    const root = temporaryProject({
      'a.ts': unsound.replace('app.post', '// webhookproof-ignore missing-signature-verification, missing-rate-limit -- the gateway checks\napp.post'),
    });
    const text = await webhookproof(root, 'scan');
    expect(text).toMatchObject({ code: 0 });
    expect(text.out).toContain('2 findings ignored by comments.');
    expect((await webhookproof(root, 'scan', '--format', 'sarif')).out).toContain('"justification": "the gateway checks"');
    expect((await webhookproof(root, 'scan', '--format', 'json')).out).toContain('"reason": "the gateway checks"');
  });

  it('prints the neutral form', async () => {
    const root = temporaryProject({ 'src/a.ts': unsound, 'src/util.ts': 'export const one = 1;\n', 'b.py': "@app.post('/a')\ndef inbox(): return 1\n" });
    const { code, out } = await webhookproof(root, 'scan', '--dump-ir');
    expect(code).toBe(0);
    expect(out).toMatch(/^=== b\.py\nmodule python\n[^]*\n=== src\/a\.ts\nmodule typescript\n[^]*\n=== src\/util\.ts\nmodule typescript\n/);
    await webhookproof(root, 'scan', '--dump-ir', '--output', 'ir.txt');
    expect(readFileSync(join(root, 'ir.txt'), 'utf8')).toBe(out);
  });

  it('says where the time went', async () => {
    expect((await webhookproof(temporaryProject({ 'a.ts': unsound }), 'scan', '--stats')).err).toMatch(
      /\nfinding files: \d+ ms\nloading parsers: \d+ ms\nanalysis and rules: \d+ ms\nall: \d+ ms\n$/,
    );
  });

  it('survives a folder of the worst files', async () => {
    const root = temporaryProject({
      'half.ts': `${unsound}app.post('/hook', (req, res) => { if (`,
      'half.py': "@app.post('/webhook'\ndef inbox(:\n  db.insert(request.json)",
      'deep.ts': `app.post('/webhook', ${'('.repeat(100_000)}`,
      'mark.ts': `\uFEFF${unsound}`,
      'crlf.ts': unsound.replaceAll('\n', '\r\n'),
      'lone.ts': Buffer.from(unsound.replace('/webhook', '/webhook\uD800'), 'utf16le'),
      'wide.ts': Buffer.from(`\uFEFF${unsound}`, 'utf16le'),
      'latin.py': Buffer.concat([
        Buffer.from('# caf'),
        Buffer.from([0xe9]),
        Buffer.from(
          "\nfrom flask import Flask, request\napp = Flask(__name__)\n@app.post('/webhook')\ndef inbox():\n    db.insert(request.json)\n    return ''\n",
        ),
      ]),
      'ring/package.json': '{"name":"ring","main":"."}',
      'package.json': '{"workspaces":["**"]}',
    });
    const { code, out, err } = await webhookproof(root, 'scan', '--format', 'sarif');
    expect(code).toBe(1);
    expect(err).not.toContain('should not have happened');
    for (const name of ['half.ts', 'mark.ts', 'crlf.ts', 'wide.ts', 'latin.py']) expect(uris(out)).toContain(name);
  });
});

describe('why', () => {
  it('tells the evidence, the verdict and the steps', async () => {
    const root = temporaryProject({ 'src/a.ts': unsound });
    const { code, out } = await webhookproof(root, 'why', 'src/a.ts');
    expect(code).toBe(0);
    expect(out).toMatch(/^src\/a\.ts:3:\d+ {2}POST \/webhook {2}express, webhook\n {2}handler: /);
    expect(out).toContain('not verified');
    expect(out).toContain('taken for a webhook because of\n    ');
    expect(out).toContain('missing-signature-verification: ');
  });

  it('does not call verified what happens before the check', async () => {
    const late = `import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
const app = express();
app.post('/webhook', express.raw({ type: '*/*' }), async (req, res) => {
  await db.parcels.insert({ raw: req.body.toString() });
  const made = createHmac('sha256', process.env.KEY).update(req.body).digest();
  const sent = Buffer.from(String(req.get('x-signature')), 'hex');
  if (sent.length !== made.length || !timingSafeEqual(sent, made)) return res.status(401).end();
  res.end();
});
`;
    const { out } = await webhookproof(temporaryProject({ 'a.ts': late }), 'why', 'a.ts');
    expect(out).toContain('verified too late');
    expect(out).not.toContain('without proof');
  });

  it('speaks of one line when asked to', async () => {
    const root = temporaryProject({ 'a.ts': `${unsound}app.post('/webhook/other', (req, res) => {\n  db.labels.insert(req.body);\n});\n` });
    const both = (await webhookproof(root, 'why', 'a.ts')).out;
    expect(both).toContain('POST /webhook ');
    expect(both).toContain('/webhook/other');
    const one = (await webhookproof(root, 'why', 'a.ts:8')).out;
    expect(one).toContain('/webhook/other');
    expect(one).not.toContain('POST /webhook ');
    expect((await webhookproof(root, 'why', 'a.ts:1')).out).toMatch(
      /^No endpoint was seen around a\.ts:1\.\nOthers in this file: POST \/webhook \(line 3\), POST \/webhook\/other \(line 7\)\.\n/,
    );
  });

  it('says what was looked for when there is none', async () => {
    const root = temporaryProject({
      'lib.ts': 'export const verify = (a: string) => a;',
      'app.ts': "import { verify } from './lib';",
      'half.ts': 'function a( {',
    });
    const { code, out } = await webhookproof(root, 'why', 'lib.ts');
    expect(code).toBe(0);
    expect(out).toContain('No endpoint was seen in lib.ts.');
    expect(out).toContain('Looked for: routes on a router (Express');
    expect(out).toContain('This file is imported by: app.ts.');
    expect(out).toContain('A scan of the folder does not begin here');
    expect((await webhookproof(root, 'why', 'half.ts')).out).toContain('could not be read');
  });
});

describe('rules and their pages', () => {
  it('are listed and explained', async () => {
    const rules = (await webhookproof('/', 'rules')).out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/\s+/)[0] ?? '');
    expect(rules).toContain('missing-signature-verification');
    expect([...rules].sort()).toEqual(rules);
    for (const rule of rules) expect((await webhookproof('/', 'explain', rule)).out, rule).toMatch(/^# \S/);
  });
});

describe('fix', () => {
  const literal =
    "import { createHmac } from 'node:crypto';\nimport express from 'express';\nconst app = express();\napp.post('/webhook', express.raw({ type: '*/*' }), (req, res) => {\n  const mac = createHmac('sha256', process.env.WEBHOOK_SECRET!).update(req.body).digest('hex');\n  if (mac !== req.headers['x-signature']) return res.sendStatus(401);\n  db.parcels.insert(JSON.parse(req.body.toString()));\n});\n";

  it('changes only what is safe, and nothing on a dry run', async () => {
    const root = temporaryProject({ 'a.ts': literal, 'b.ts': unsound, 'c.ts': `\uFEFF${literal.replaceAll('\n', '\r\n')}` });
    const dry = await webhookproof(root, 'fix', '.', '--dry-run');
    expect(readFileSync(join(root, 'a.ts'), 'utf8')).toBe(literal);
    expect(dry.out).toContain('--- a/a.ts\n+++ b/a.ts\n@@ ');
    expect(dry.out).toContain("-  if (mac !== req.headers['x-signature'])");
    expect(dry.out).not.toContain('b.ts');

    const real = await webhookproof(root, 'fix', '.');
    expect(real).toMatchObject({ code: 1, out: '' });
    expect(real.err).toMatch(/2 repairs applied, \d+ findings? left\.\n$/);
    expect(readFileSync(join(root, 'a.ts'), 'utf8')).toContain('timingSafeEqual');
    expect(readFileSync(join(root, 'b.ts'), 'utf8')).toBe(unsound);
    const windows = readFileSync(join(root, 'c.ts'), 'utf8');
    expect(windows).toMatch(/^\uFEFFimport/);
    expect(windows).toContain('timingSafeEqual');
    expect(windows.replaceAll('\r\n', '')).not.toContain('\n');

    const again = await webhookproof(root, 'fix', 'a.ts');
    expect(again).toMatchObject({ code: 0, out: '' });
    expect(again.err).toContain('0 repairs applied, 0 findings left.');
  });

  it('adds a regression test for each endpoint that has none, and replaces no file', async () => {
    const exported = literal.replace('const app', 'export const app');
    const other = exported.replace("'/webhook'", "'/webhook/second'");
    const root = temporaryProject({ 'package.json': '{"scripts":{"test":"vitest run"}}', 'hook.ts': exported, 'more/hook.ts': other, 'hidden.ts': literal });
    const dry = await webhookproof(root, 'fix', '.', '--test', '--dry-run');
    expect(dry.out).toContain('--- /dev/null\n+++ b/hook-webhook.test.ts\n@@ ');
    expect(existsSync(join(root, 'hook-webhook.test.ts'))).toBe(false);

    const { err } = await webhookproof(root, 'fix', '.', '--test');
    expect(err).toContain('hook-webhook.test.ts: Add a regression test (vitest)\n');
    expect(err).toContain('hidden.ts: Add a regression test (vitest): The test has nothing to import: export the application');
    const written = readFileSync(join(root, 'hook-webhook.test.ts'), 'utf8');
    expect(written).toContain("describe('POST /webhook'");
    expect(written).toContain("'x-signature': signature");
    expect(readFileSync(join(root, 'more/hook-webhook.test.ts'), 'utf8')).toContain("describe('POST /webhook/second'");

    writeFileSync(join(root, 'hook-webhook.test.ts'), `${written}// mine\n`);
    const again = await webhookproof(root, 'fix', '.', '--test');
    expect(again.err).toContain('hook-webhook.test.ts tests this endpoint already.');
    expect(readFileSync(join(root, 'hook-webhook.test.ts'), 'utf8')).toBe(`${written}// mine\n`);
  });

  it('gives a patch on a dry run that git applies, whatever the path and the end of the file', async () => {
    const folder = temporaryProject({ 'my shop/verify.ts': literal.trimEnd(), 'my shop/next.ts': literal });
    const { out } = await webhookproof(folder, 'fix', 'my shop', '--dry-run');
    const applied = spawnSync('git', ['apply', '-'], { cwd: folder, input: out, encoding: 'utf8' });
    expect(applied).toMatchObject({ status: 0, stderr: '' });
    for (const file of ['my shop/verify.ts', 'my shop/next.ts']) expect(readFileSync(join(folder, file), 'utf8')).toContain('timingSafeEqual');
  });

  it('changes behaviour only with --unsafe', async () => {
    const root = temporaryProject({ 'package.json': '{"dependencies":{"stripe":"^18.0.0"}}', 'a.ts': unsound.replace("'/webhook'", "'/webhooks/github'") });
    expect((await webhookproof(root, 'fix', '.')).err).toContain('0 repairs applied');
    const { err } = await webhookproof(root, 'fix', '.', '--unsafe');
    expect(err).toContain('0 findings left');
    expect((await webhookproof(root, 'scan')).code).toBe(0);
  });

  it('keeps a repair when another finding quotes what it changed', async () => {
    const known = literal.replace('process.env.WEBHOOK_SECRET!', "'only-for-the-two-of-us'");
    const root = temporaryProject({ 'a.ts': known });
    expect((await webhookproof(root, 'scan')).out).toContain('The secret of `mac !==');
    const { err } = await webhookproof(root, 'fix', '.');
    expect(err).toContain('a.ts: Compare in constant time\n');
    expect(err).toContain('1 repair applied, 1 finding left.');
    expect(readFileSync(join(root, 'a.ts'), 'utf8')).toContain('timingSafeEqual');
  });

  it('does not take a comparison of two missing values for the same as refusing them', async () => {
    const token = (test: string) =>
      `import express from 'express';\nconst app = express();\napp.post('/webhook', express.json(), (req, res) => {\n  const token = process.env.GITLAB_TOKEN;\n  ${test}if (req.headers['x-gitlab-token'] !== token) return res.sendStatus(401);\n  db.parcels.insert(req.body);\n});\n`;
    const root = temporaryProject({ 'tested.ts': token('if (!token) return res.sendStatus(500);\n  '), 'untested.ts': token('') });
    await webhookproof(root, 'fix', '.');
    expect(readFileSync(join(root, 'tested.ts'), 'utf8')).toContain('timingSafeEqual');
    expect(readFileSync(join(root, 'untested.ts'), 'utf8')).toBe(token(''));
    await webhookproof(root, 'fix', '.', '--unsafe');
    expect(readFileSync(join(root, 'untested.ts'), 'utf8')).toContain('timingSafeEqual');
  });

  it('leaves files alone that it cannot write back without loss', async () => {
    const damaged = Buffer.concat([Buffer.from(literal), Buffer.from('// caf'), Buffer.from([0xe9, 0x0a])]);
    const root = temporaryProject({});
    put(root, { 'a.ts': damaged });
    const { err } = await webhookproof(root, 'fix', 'a.ts');
    expect(err).toContain('cannot be written back without loss');
    expect(Buffer.compare(readFileSync(join(root, 'a.ts')), damaged)).toBe(0);
  });

  it('writes nothing where nothing is to be done', async () => {
    const root = temporaryProject({ 'a.ts': quiet });
    writeFileSync(join(root, 'a.ts'), quiet);
    expect(await webhookproof(root, 'fix', '.')).toEqual({ code: 0, out: '', err: '0 repairs applied, 0 findings left.\n' });
    expect(existsSync(join(root, '.a.ts'))).toBe(false);
  });
});
