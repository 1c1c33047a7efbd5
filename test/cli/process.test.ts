/** The built command as a process: what only a process can show. */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it, vi } from 'vitest';
import { temporaryProject } from '../workspace/temporary-project.js';

vi.setConfig({ testTimeout: 60_000 });

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const unsound = "import express from 'express';\nconst app = express();\napp.post('/webhook', (req, res) => db.parcels.insert(req.body));\n";

beforeAll(() => {
  if (!existsSync(command)) throw new Error('dist/cli.js is not there: run `npm run build`');
});

function ended(
  cwd: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...environment },
  });
  return { code: status, out: stdout, err: stderr };
}

it('ends with the code that it says', () => {
  const root = temporaryProject({ 'a.ts': unsound, 'clean/b.ts': 'export {};' });
  expect(ended(root, ['scan']).code).toBe(1);
  expect(ended(root, ['scan', 'clean']).code).toBe(0);
  expect(ended(root, ['scan', 'nowhere'])).toEqual({ code: 2, out: '', err: 'webhookproof: cannot open nowhere (ENOENT)\n' });
});

it('writes colours only where they are wanted', () => {
  const root = temporaryProject({ 'a.ts': unsound });
  const escape = '\u001b[';
  expect(ended(root, ['scan']).out).not.toContain(escape);
  expect(ended(root, ['scan'], { FORCE_COLOR: '1' }).out).toContain(escape);
  expect(ended(root, ['scan', '--no-color'], { FORCE_COLOR: '1' }).out).not.toContain(escape);
  expect(ended(root, ['scan'], { FORCE_COLOR: '1', NO_COLOR: '1' }).out).not.toContain(escape);
  expect(ended(root, ['scan', '--format', 'sarif'], { FORCE_COLOR: '1' }).out).not.toContain(escape);
});

it('writes a long report into a slow pipe to its end', async () => {
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`src/hook${index}.ts`, unsound.replace('/webhook', `/webhook/${index}`)]));
  const running = spawn(process.execPath, [command, 'scan', '--format', 'sarif'], { cwd: temporaryProject(files) });
  let out = '';
  const closed = new Promise<number | null>((resolve) => running.on('close', resolve));
  running.stdout.setEncoding('utf8');
  for await (const part of running.stdout) {
    out += String(part);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(await closed).toBe(1);
  expect(out.length).toBeGreaterThan(200_000);
  expect(JSON.parse(out)).toHaveProperty('runs');
});

it('says nothing when its reader goes away', async () => {
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`hook${index}.ts`, unsound]));
  const running = spawn(process.execPath, [command, 'scan', '--format', 'sarif'], { cwd: temporaryProject(files) });
  let err = '';
  running.stderr.on('data', (part) => void (err += String(part)));
  running.stdout.once('data', () => running.stdout.destroy());
  await new Promise((resolve) => running.on('close', resolve));
  expect(err).toBe('');
});

if (existsSync('/dev/full'))
  it('a report that cannot be written is no clean bill', () => {
    const root = temporaryProject({ 'a.ts': unsound });
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [command, 'scan'], { cwd: root, encoding: 'utf8', stdio: ['ignore', full, 'pipe'] });
    closeSync(full);
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'webhookproof: the report cannot be written (ENOSPC)\n' });
  });

if (process.platform !== 'win32')
  it('says so when its folder is gone', () => {
    const root = temporaryProject({});
    mkdirSync(join(root, 'gone'));
    const script = `cd "$0" && rmdir "$0" && exec "$1" "$2" scan .`;
    const { status, stderr } = spawnSync('sh', ['-c', script, join(root, 'gone'), process.execPath, command], { cwd: root, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'webhookproof: the current folder is not there any more\n' });
  });

it('is ended by Ctrl+C and leaves no half-written report', async () => {
  const files = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`hook${index}.ts`, unsound.repeat(20)]));
  const root = temporaryProject(files);
  const running = spawn(process.execPath, [command, 'scan', '--output', 'report.txt'], { cwd: root });
  setTimeout(() => running.kill('SIGINT'), 700);
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => running.on('close', (...how) => resolve(how)));
  expect(signal === 'SIGINT' || code === 130).toBe(true);
  expect(readdirSync(root).filter((name) => !name.startsWith('hook'))).toEqual([]);
});

it('loads nothing and asks nobody to say its version', () => {
  const { code, out } = ended('/', ['--version']);
  expect(code).toBe(0);
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
});
