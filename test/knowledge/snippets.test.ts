import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { providerById } from '../../server/src/knowledge/index.js';
import { expandSnippet, tabStops } from '../support/expand-snippet.js';
import { signDelivery } from '../support/sign.js';

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

// ------------------------------------------------------------------------------------------------- served

const secret = 'a-secret-for-this-test';
const environment = { STRIPE_SECRET_KEY: 'sk_test_none', STRIPE_WEBHOOK_SECRET: secret, GITHUB_WEBHOOK_SECRET: secret, WEBHOOK_SECRET: secret };
const body = '{"id":"evt_7","object":"event","type":"parcel.sent","data":{"object":{}}}';

interface Attack {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One genuine delivery and its forgeries. */
function deliveries(name: string): { genuine: Attack; forged: Record<string, Attack> } {
  const now = Math.floor(Date.now() / 1000);
  const make = (text: string, at = now, key = secret): Attack => {
    if (name.startsWith('Stripe')) return signed('stripe', key, text, at);
    if (name.startsWith('GitHub')) return signed('github', key, text, at);
    if (!name.includes('timestamp')) return signed('generic-hmac', key, text, at);
    const over = signed('generic-hmac', key, `${at}.${text}`, at);
    return { headers: { ...over.headers, 'x-timestamp': String(at) }, body: text };
  };
  const genuine = make(body);
  const forged: Record<string, Attack> = {
    unsigned: { headers: {}, body },
    'signed with another key': make(body, now, 'another'),
    tampered: { ...genuine, body: body.replace('sent', 'lost') },
    'with an empty body': { ...genuine, body: '' },
    oversized: make(`{"pad":"${'x'.repeat(name.startsWith('GitHub') ? 26_300_000 : 1_100_000)}"}`),
    'not ASCII': {
      headers: Object.fromEntries(Object.entries(genuine.headers).map(([header, value]) => [header, header.includes('timestamp') ? value : `é${value}`])),
      body,
    },
  };
  if (name.startsWith('Stripe') || name.includes('timestamp')) forged.stale = make(body, now - 3600);
  if (name.includes('timestamp')) forged['from the future'] = make(body, now + 3600);
  return { genuine, forged };
}

function signed(provider: string, key: string, text: string, at: number): Attack {
  const recipe = providerById(provider)?.recipe;
  if (!recipe) throw new Error(`no recipe for ${provider}`);
  return signDelivery(recipe, key, { body: text, timestamp: String(at) });
}

describe.each(typescript)('%s, served', (name, snippet) => {
  const { genuine, forged } = deliveries(name);

  it('accepts a genuine delivery', async () => {
    expect(await answer(name, snippet, genuine)).toSatisfy((status: number) => status >= 200 && status < 300);
  });

  it.each(Object.entries(forged))('refuses one that is %s', async (_, attack) => {
    expect(await answer(name, snippet, attack)).toSatisfy((status: number) => status >= 400 && status < 500);
  });

  it('refuses everything while the secret is unset', async () => {
    const { STRIPE_WEBHOOK_SECRET, GITHUB_WEBHOOK_SECRET, WEBHOOK_SECRET, ...rest } = environment;
    if (name.includes('Express')) await expect(answer(name, snippet, genuine, rest)).rejects.toThrow(/not set|must be set/);
    else expect(await answer(name, snippet, genuine, rest)).toBe(500);
  });
});

async function answer(name: string, snippet: Snippet, attack: Attack, env: Readonly<Record<string, string>> = environment): Promise<number> {
  const exported = load(expandSnippet(snippet.body), env);
  if (!name.includes('Express')) {
    const handler = exported.POST as (request: Request) => Promise<Response>;
    return (await handler(new Request('https://parcels.test/inbox', { method: 'POST', headers: encoded(attack.headers), body: attack.body }))).status;
  }
  const app = express();
  app.use(Object.values(exported).find((value) => typeof value === 'function') as express.Router);
  const path = /post\('([^']+)'/.exec(expandSnippet(snippet.body))?.[1] ?? '';
  const server = app.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  try {
    const { port } = server.address() as AddressInfo;
    return (await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers: encoded(attack.headers), body: attack.body })).status;
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
