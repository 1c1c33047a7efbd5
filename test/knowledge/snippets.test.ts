import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import ts from 'typescript';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { providerById } from '../../server/src/knowledge/index.js';
import { missingPython, PYTHON } from '../served/serve.js';
import { expandSnippet, tabStops } from '../support/expand-snippet.js';
import { signDelivery } from '../support/sign.js';

vi.setConfig({ testTimeout: 60_000 });

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (language: string): [string, Snippet][] => Object.entries(JSON.parse(readFileSync(join(root, 'snippets', `${language}.json`), 'utf8')));
const typescript = read('typescript');
const python = read('python');

describe('every snippet', () => {
  it('has prefixes of its own and says what it does', () => {
    const prefixes = [...typescript, ...python].flatMap(([, snippet]) => snippet.prefix);
    expect(prefixes.filter((prefix, at) => prefixes.indexOf(prefix) !== at)).toEqual([]);
    expect([...typescript, ...python].filter(([, snippet]) => snippet.description.length < 40)).toEqual([]);
  });

  it.each([...typescript, ...python])('%s counts its tab stops without a gap and ends at the work to do', (_, snippet) => {
    const stops = [...new Set(tabStops(snippet.body))].sort((a, b) => a - b);
    expect(stops).toEqual([...Array(stops.length).keys()]);
  });

  it.each(typescript)('%s parses as TypeScript and, without its annotation, as JavaScript', (_, snippet) => {
    const code = expandSnippet(snippet.body);
    expect(code).not.toMatch(/\$\d/);
    for (const [fileName, text] of [
      ['snippet.ts', code],
      ['snippet.js', code.replace('request: Request', 'request')],
    ] as const) {
      const { diagnostics } = ts.transpileModule(text, {
        fileName,
        reportDiagnostics: true,
        compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, allowJs: true },
      });
      expect(diagnostics?.map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'))).toEqual([]);
    }
  });

  it('type-checks in strict TypeScript', () => {
    const files = new Map(typescript.map(([name, snippet], at) => [join(root, `snippet-${at}.ts`), { name, text: expandSnippet(snippet.body) }]));
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      module: ts.ModuleKind.Preserve,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
      types: ['node'],
      esModuleInterop: true,
    };
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists, readFile } = host;
    host.getSourceFile = (path, ...rest) =>
      files.has(path) ? ts.createSourceFile(path, files.get(path)?.text ?? '', ts.ScriptTarget.ES2022) : getSourceFile(path, ...rest);
    host.fileExists = (path) => files.has(path) || fileExists(path);
    host.readFile = (path) => files.get(path)?.text ?? readFile(path);
    const program = ts.createProgram([...files.keys()], options, host);
    const complaints = ts
      .getPreEmitDiagnostics(program)
      .map((diagnostic) => `${files.get(diagnostic.file?.fileName ?? '')?.name}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')}`);
    expect(complaints).toEqual([]);
  }, 60_000);

  it.each(python)('%s compiles as Python', (_, snippet) => {
    const folder = mkdtempSync(join(tmpdir(), 'snippet-'));
    const file = join(folder, 'snippet.py');
    writeFileSync(file, expandSnippet(snippet.body));
    try {
      expect(() => execFileSync('python3', ['-m', 'py_compile', file], { stdio: 'pipe' })).not.toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

it('are what the rows of their senders say', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'server/build/snippets.mjs'), '--check'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

// ------------------------------------------------------------------------------------------------- served

const words = 'a-secret-for-this-test';
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519').privateKey;
const svixSecret = (text: string): string => `whsec_${Buffer.from(text).toString('base64')}`;
const environment: Readonly<Record<string, string>> = {
  STRIPE_SECRET_KEY: 'sk_test_none',
  PUBLIC_URL: 'https://parcels.test',
  DISCORD_PUBLIC_KEY: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
  SVIX_WEBHOOK_SECRET: svixSecret(words),
  ...Object.fromEntries(
    [
      'STRIPE_WEBHOOK_SECRET',
      'GITHUB_WEBHOOK_SECRET',
      'SLACK_SIGNING_SECRET',
      'SHOPIFY_WEBHOOK_SECRET',
      'SHOPIFY_API_SECRET',
      'TWILIO_AUTH_TOKEN',
      'GITLAB_WEBHOOK_TOKEN',
      'TELEGRAM_WEBHOOK_TOKEN',
      'WEBHOOK_SECRET',
    ].map((name) => [name, words]),
  ),
};

interface Attack {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The sender of a snippet, by the beginning of its name. */
const senders: Readonly<Record<string, string>> = {
  'Stripe webhook': 'stripe',
  'GitHub webhook': 'github',
  'Slack events': 'slack',
  'Shopify webhook': 'shopify',
  'Twilio webhook': 'twilio',
  'Svix webhook': 'svix',
  'GitLab webhook': 'gitlab',
  'Telegram updates': 'telegram',
  'Discord interactions': 'discord',
  'HMAC-signed webhook': 'generic-hmac',
  'HMAC-signed webhook with timestamp': 'timestamp',
};

const pathOf = (name: string, snippet: Snippet): string =>
  name.includes('Next.js') ? '/inbox' : (/post\(['"]([^'"]+)['"]/.exec(expandSnippet(snippet.body))?.[1] ?? '');

/** One genuine delivery and its forgeries. */
function deliveries(name: string, snippet: Snippet): { genuine: Attack; forged: Record<string, Attack> } {
  const sender = senders[name.split(', ')[0] ?? ''] ?? '';
  const isForm = sender === 'twilio';
  const body = isForm ? 'MessageSid=SM7&From=%2B100&Body=sent' : '{"id":"evt_7","object":"event","type":"parcel.sent","data":{"object":{}}}';
  const now = Math.floor(Date.now() / 1000);
  const make = (text: string, at = now, key = words): Attack => signed(sender, key, text, at, `https://parcels.test${pathOf(name, snippet)}`);
  const genuine = make(body);
  const isToken = sender === 'gitlab' || sender === 'telegram';
  const padded = 'x'.repeat(sender === 'github' || sender === 'gitlab' ? 26_300_000 : 1_100_000);
  const proofs = Object.keys(genuine.headers).filter((header) => /signature|token|hmac/.test(header) && !header.includes('timestamp'));
  const forged: Record<string, Attack> = {
    unsigned: { headers: {}, body },
    'signed with another key': make(body, now, 'another'),
    oversized: make(isForm ? `MessageSid=${padded}` : `{"pad":"${padded}"}`),
    'not ASCII': { headers: { ...genuine.headers, ...Object.fromEntries(proofs.map((header) => [header, `\u00e9${genuine.headers[header]}`])) }, body },
  };
  if (!isToken) Object.assign(forged, { tampered: { ...genuine, body: body.replace('sent', 'lost') }, 'with an empty body': { ...genuine, body: '' } });
  if (['stripe', 'slack', 'svix', 'discord', 'timestamp'].includes(sender)) forged.stale = make(body, now - 3600);
  if (['slack', 'svix', 'discord', 'timestamp'].includes(sender)) forged['from the future'] = make(body, now + 3600);
  return { genuine, forged };
}

function signed(sender: string, key: string, text: string, at: number, url: string): Attack {
  if (sender === 'discord') {
    const signature = sign(null, Buffer.from(`${at}${text}`), key === words ? privateKey : other).toString('hex');
    return { headers: { 'x-signature-ed25519': signature, 'x-signature-timestamp': String(at) }, body: text };
  }
  if (sender === 'timestamp') {
    const over = signed('generic-hmac', key, `${at}.${text}`, at, url);
    return { headers: { ...over.headers, 'x-timestamp': String(at) }, body: text };
  }
  const row = providerById(sender);
  if (row?.scheme === 'shared-token') return { headers: { [row.signatureHeader ?? '']: key }, body: text };
  if (!row?.recipe) throw new Error(`no recipe for ${sender}`);
  const { headers } = signDelivery(row.recipe, sender === 'svix' ? svixSecret(key) : key, { body: text, timestamp: String(at), url, id: 'msg_1' });
  return { headers, body: text };
}

describe.each(typescript)('%s, served', (name, snippet) => {
  const { genuine, forged } = deliveries(name, snippet);

  it('accepts a genuine delivery', async () => {
    expect(await answer(name, snippet, genuine)).toSatisfy((status: number) => status >= 200 && status < 300);
  });

  it.each(Object.entries(forged))('refuses one that is %s', async (_, attack) => {
    expect(await answer(name, snippet, attack)).toSatisfy((status: number) => status >= 400 && status < 500);
  });

  it('refuses everything while the secret is unset', async () => {
    if (name.includes('Next.js')) expect(await answer(name, snippet, genuine, {})).toBe(500);
    else await expect(answer(name, snippet, genuine, {})).rejects.toThrow(/not set|must be set/);
  });
});

async function answer(name: string, snippet: Snippet, attack: Attack, env: Readonly<Record<string, string>> = environment): Promise<number> {
  const exported = load(expandSnippet(snippet.body), env);
  const path = pathOf(name, snippet);
  const init = { method: 'POST', headers: encoded({ 'content-type': 'application/octet-stream', ...attack.headers }), body: attack.body };
  const [app] = Object.values(exported);
  if (name.includes('Next.js'))
    return (await (exported.POST as (request: Request) => Promise<Response>)(new Request(`https://parcels.test${path}`, init))).status;
  if (name.endsWith('Hono')) return (await (app as { request(path: string, init: RequestInit): Promise<Response> }).request(path, init)).status;
  if (name.endsWith('Fastify')) {
    const injected = { method: 'POST', url: path, headers: init.headers, payload: init.body };
    return (await (app as { inject(options: object): Promise<{ statusCode: number }> }).inject(injected)).statusCode;
  }
  const application = express();
  application.use(app as express.Router);
  const server = application.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  try {
    const { port } = server.address() as AddressInfo;
    return (await fetch(`http://127.0.0.1:${port}${path}`, init)).status;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Headers go over the wire as Latin-1. */
function encoded(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Buffer.from(value, 'utf8').toString('latin1')]));
}

function load(code: string, env: Readonly<Record<string, string>>): Record<string, unknown> {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  const module = { exports: {} as Record<string, unknown> };
  const quiet = { log: () => undefined };
  new Function('require', 'module', 'exports', 'process', 'console', outputText)(
    createRequire(import.meta.url),
    module,
    module.exports,
    { ...process, env },
    quiet,
  );
  return module.exports;
}

// ------------------------------------------------------------------------------------------- served by Flask

/** Serves each snippet with its deliveries in one process; those whose packages are not there are named instead. */
const flask = `import importlib, json, os, sys
from flask import Flask

sys.path.insert(0, os.getcwd())
answers = {}
for case in json.load(open("cases.json")):
    try:
        module = importlib.import_module(case["module"])
    except ImportError as error:
        answers[case["module"]] = str(error)
        continue
    app = Flask(case["module"])
    app.register_blueprint(next(value for value in vars(module).values() if type(value).__name__ == "Blueprint"))
    sent = lambda one: app.test_client().post(case["path"], data=one["body"].encode(), headers=one["headers"], base_url="https://parcels.test").status_code
    answers[case["module"]] = {name: sent(one) for name, one in case["deliveries"].items()}
sys.stdout = sys.__stdout__
print("\\n" + json.dumps(answers))
`;

describe('every snippet for Flask, served', () => {
  let missing: string | undefined;
  beforeAll(() => {
    missing = missingPython('flask', 'stripe', 'cryptography');
  }, 300_000);

  it('accepts what is genuine and refuses everything else', (context) => {
    context.skip(missing !== undefined, missing);
    const folder = mkdtempSync(join(tmpdir(), 'snippets-'));
    try {
      const cases = python.map(([name, snippet], at) => {
        writeFileSync(join(folder, `snippet_${at}.py`), expandSnippet(snippet.body));
        const { genuine, forged } = deliveries(name, snippet);
        return { name, module: `snippet_${at}`, path: pathOf(name, snippet), deliveries: { genuine, ...forged } };
      });
      writeFileSync(join(folder, 'cases.json'), JSON.stringify(cases));
      writeFileSync(join(folder, 'serve.py'), flask);
      const { stdout, stderr } = spawnSync(PYTHON, ['serve.py'], { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, ...environment } });
      const answers: Record<string, Record<string, number> | string> = JSON.parse(stdout.trim().split('\n').at(-1) || JSON.stringify(stderr));
      const absent = cases.filter(({ module }) => typeof answers[module] === 'string');
      expect(absent.map(({ name, module }) => `${name}: ${String(answers[module])}`).filter((line) => !/twilio|svix/.test(line))).toEqual([]);
      for (const { name, module, deliveries: sent } of cases.filter((one) => !absent.includes(one))) {
        const expected = Object.fromEntries(Object.keys(sent).map((each) => [each, each === 'genuine' ? 2 : 4]));
        const got = Object.entries(answers[module] ?? {}).map(([each, status]) => [each, Math.floor(Number(status) / 100)]);
        expect({ name, ...Object.fromEntries(got) }).toEqual({ name, ...expected });
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});
