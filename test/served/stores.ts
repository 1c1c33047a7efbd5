/** Real stores on loopback, each with data of its own that is gone when it is stopped. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './serve.js';

export interface Store {
  /** As clients are told where it is. */
  readonly url: string;
  stop(): Promise<void>;
}

export async function startRedis(): Promise<Store> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  return started('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder], port, folder, {
    url: `redis://127.0.0.1:${port}`,
  });
}

/** `settings` are given to the server as they are: `default_transaction_isolation=serializable`. */
export async function startPostgres(...settings: readonly string[]): Promise<Store> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const bin = postgresFolder() ?? '';
  const owner = unprivileged();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...owner,
    cwd: folder,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`no database could be made: ${made.stderr}`);
  const options = ['fsync=off', 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'max_connections=200', ...settings];
  const args = ['-D', data, '-p', String(port), ...options.flatMap((one) => ['-c', one])];
  return started(join(bin, 'postgres'), args, port, folder, { url: `postgresql://tester@127.0.0.1:${port}/postgres`, ...owner });
}

/** Amazon's protocol, served from memory. */
export async function startDynamo(): Promise<Store> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'dynamo-'));
  const program = join(import.meta.dirname, '../../node_modules/dynalite/cli.js');
  const args = [program, '--port', String(port), '--host', '127.0.0.1', '--createTableMs', '0'];
  return started(process.execPath, args, port, folder, { url: `http://127.0.0.1:${port}` });
}

/** Why a program is not here, though it was tried to install what Debian has of it; undefined when it is. */
export function missingStore(store: 'redis' | 'postgres'): string | undefined {
  const isHere = (): boolean => (store === 'redis' ? spawnSync('redis-server', ['--version']).status === 0 : postgresFolder() !== undefined);
  if (isHere()) return undefined;
  if (process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', store === 'redis' ? 'redis-server' : 'postgresql']])
      spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env });
  }
  if (isHere()) return undefined;
  const reason = `this machine has no ${store}`;
  if (process.env['CI'] === 'true') throw new Error(reason);
  return reason;
}

/** Debian keeps the server's programs out of the path, one folder a version. */
function postgresFolder(): string | undefined {
  const root = '/usr/lib/postgresql';
  const folders = existsSync(root) ? readdirSync(root).map((version) => join(root, version, 'bin')) : [];
  const inPath = (process.env['PATH'] ?? '').split(':');
  return [...folders, ...inPath].find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** The server refuses to run as root. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g') };
}

interface Told {
  readonly url: string;
  readonly uid?: number;
  readonly gid?: number;
}

async function started(command: string, args: readonly string[], port: number, folder: string, { url, ...owner }: Told): Promise<Store> {
  const child = spawn(command, args, { ...owner, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await listening(child, port, () => output);
  return {
    url,
    async stop() {
      if (child.exitCode === null) await new Promise((done) => child.once('exit', done).kill('SIGINT'));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function listening(child: ChildProcess, port: number, output: () => string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) throw new Error(`the store ended: ${output()}`);
    const isOpen = await new Promise<boolean>((done) => {
      const socket = connect(port, '127.0.0.1', () => done(true)).once('error', () => done(false));
      socket.unref();
      socket.once('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`the store does not listen: ${output()}`);
}
