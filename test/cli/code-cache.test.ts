/** Machine code that is kept from run to run: it speeds a start up, and nothing that may be wrong with it changes what is said. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { temporaryProject } from '../workspace/temporary-project.js';

vi.setConfig({ testTimeout: 60_000 });

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const unsound = "import express from 'express';\nconst app = express();\napp.post('/webhook', (req, res) => db.parcels.insert(req.body));\n";

let project = '';
let folder = '';
beforeEach(() => {
  project = temporaryProject({ 'a.ts': unsound });
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'webhookproof-code-')), 'code');
});

function scanned(asked: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'scan'], {
    cwd: project,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, WEBHOOKPROOF_CODE_CACHE: asked },
  });
  expect({ status, stderr: stderr.replace(/ in [\d.]+ m?s/, '') }).toMatchObject({ status: 1 });
  return stdout.replace(/ in [\d.]+ m?s/, '');
}

const kept = (): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

describe('machine code', () => {
  it('is kept by the first run and used by the next', () => {
    const first = scanned(folder);
    expect(first).toContain('missing-signature-verification');
    expect(kept().map((name) => name.split('-')[0])).toEqual(['cli', 'typescript']);
    const before = kept().map((name) => statSync(path.join(folder, name)).mtimeMs);
    expect(scanned(folder)).toBe(first);
    expect(kept().map((name) => statSync(path.join(folder, name)).mtimeMs)).toEqual(before);
  });

  it('that was cut off or changed is made again', () => {
    const first = scanned(folder);
    const [cli = '', typescript = ''] = kept().map((name) => path.join(folder, name));
    const whole = [readFileSync(cli), readFileSync(typescript)];
    writeFileSync(cli, whole[0]?.subarray(0, 5000) ?? '');
    const changed = Buffer.from(whole[1] ?? '');
    changed.fill(0x41, 2000, 9000);
    writeFileSync(typescript, changed);
    expect(scanned(folder)).toBe(first);
    expect(statSync(cli).size).toBeGreaterThan(5000);
    expect(readFileSync(typescript).includes('A'.repeat(7000))).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('is neither taken from nor left in a folder that others may write to', () => {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o777);
    scanned(folder);
    expect(kept()).toEqual([]);
  });

  it('is not kept where that is switched off, or cannot be', () => {
    writeFileSync(path.dirname(folder) + path.sep + 'a-file', '');
    const first = scanned('off');
    expect(scanned(path.join(path.dirname(folder), 'a-file', 'code'))).toBe(first);
    expect(kept()).toEqual([]);
  });

  it('of other versions goes, the oldest first', () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const [index, name] of ['cli-old.bin', 'cli-older.bin', 'cli-oldest.bin', 'server-old.bin'].entries()) {
      writeFileSync(path.join(folder, name), '');
      utimesSync(path.join(folder, name), 1_700_000_000 - index, 1_700_000_000 - index);
    }
    scanned(folder);
    expect(kept().filter((name) => name.includes('-old'))).toEqual(['cli-old.bin', 'cli-older.bin', 'server-old.bin']);
  });
});
