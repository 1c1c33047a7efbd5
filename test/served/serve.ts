/** Runs repaired handlers for real: Express and Flask in processes of their own, on loopback only, until they are stopped. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';
import type { Files } from '../remedies/by-hand.js';

const repository = join(import.meta.dirname, '../..');

export interface Served {
  /** What the handlers did, one line an effect, since the last call. */
  effects(): string[];
  readonly port: number;
  /** What it has printed, to either stream. */
  output(): string;
  send(path: string, init: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

/** Starts `entry` under Node; TypeScript is stripped, nothing else is changed. Packages come from this repository. */
export async function serveNode(files: Files, entry: string, env: Readonly<Record<string, string>>): Promise<Served> {
  const folder = mkdtempSync(join(repository, 'node_modules', '.served-'));
  const isModule = /^(?:import|export)\b/m.test(files[entry] ?? '');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: isModule ? 'module' : 'commonjs' }));
  for (const [path, text] of Object.entries(files)) writeOut(join(folder, asScript(path)), stripped(path, text));
  return start(folder, process.execPath, [join(folder, asScript(entry))], env);
}

export async function servePython(files: Files, entry: string, env: Readonly<Record<string, string>>): Promise<Served> {
  const folder = mkdtempSync(join(repository, 'node_modules', '.served-'));
  for (const [path, text] of Object.entries(files)) writeOut(join(folder, path), text);
  return start(folder, PYTHON, [join(folder, entry)], env);
}

/** A route handler that takes a web Request, called as Next calls it. */
export async function loadRoute(text: string, path: string): Promise<{ POST(request: Request): Promise<Response>; remove(): void }> {
  const folder = mkdtempSync(join(repository, 'node_modules', '.served-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  const file = join(folder, 'route.js');
  writeFileSync(file, stripped(path, text));
  const loaded = (await import(/* @vite-ignore */ file)) as { POST(request: Request): Promise<Response> };
  return { POST: loaded.POST, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

/** Why the Python modules are not here, though it was tried to install what Debian has of them; undefined when they are. */
export function missingPython(...modules: readonly string[]): string | undefined {
  const absent = (): string[] => modules.filter((module) => spawnSync(PYTHON, ['-c', `import ${module}`]).status !== 0);
  const wanted = absent().map((module) => `python3-${module.replaceAll('_', '-')}`);
  if (wanted.length === 0) return undefined;
  if (process.getuid?.() === 0) {
    const apt = (...args: string[]): void =>
      void spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...wanted);
  }
  const [left] = absent();
  const reason = left === undefined ? undefined : `this machine's Python has no ${left}`;
  if (reason !== undefined && process.env['CI'] === 'true') throw new Error(reason);
  return reason;
}

function stripped(path: string, text: string): string {
  return /\.[cm]?tsx?$/.test(path)
    ? transformSync(text, { loader: 'ts', format: 'esm', target: 'node20', tsconfigRaw: { compilerOptions: { experimentalDecorators: true } } }).code
    : text;
}

function asScript(path: string): string {
  return path.replace(/\.ts$/, '.js');
}

function writeOut(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function start(folder: string, command: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Served> {
  const port = await freePort();
  const effects = join(folder, 'effects.txt');
  const child = spawn(command, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', PORT: String(port), EFFECTS: effects, PYTHONDONTWRITEBYTECODE: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await listening(child, port, () => output);
  let read = 0;
  return {
    effects() {
      const lines = existsSync(effects) ? readFileSync(effects, 'utf8').split('\n').filter(Boolean) : [];
      const fresh = lines.slice(read);
      read = lines.length;
      return fresh;
    },
    port,
    output: () => output,
    send: (path, init) => fetch(`http://127.0.0.1:${port}${path}`, { ...init, redirect: 'manual', signal: AbortSignal.timeout(10_000) }),
    async stop() {
      if (child.exitCode === null) await new Promise((done) => child.once('exit', done).kill('SIGKILL'));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function listening(child: ChildProcess, port: number, output: () => string): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (child.exitCode !== null) throw new Error(`the handler's process ended: ${output()}`);
    const answered = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(2000) }).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`the handler does not listen: ${output()}`);
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? done(address.port) : failed(new Error('no port'))));
    });
  });
}
