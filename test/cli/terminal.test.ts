import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeWhole } from '../../server/src/cli/terminal.js';
import { temporaryProject } from '../workspace/temporary-project.js';

const onWindows = process.platform === 'win32';

it('a file that is written again keeps its permissions', () => {
  const file = join(temporaryProject({ 'run.py': 'old' }), 'run.py');
  chmodSync(file, 0o750);
  writeWhole(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(onWindows || (statSync(file).mode & 0o777) === 0o750).toBe(true);
});

it('a link stays a link; its target is written', () => {
  const root = temporaryProject({ 'real.txt': 'old' });
  symlinkSync('real.txt', join(root, 'link.txt'));
  writeWhole(join(root, 'link.txt'), 'new');
  expect(lstatSync(join(root, 'link.txt')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(root, 'real.txt'), 'utf8')).toBe('new');
});

it('a file of two names stays one file', () => {
  const root = temporaryProject({ 'a.txt': 'old' });
  linkSync(join(root, 'a.txt'), join(root, 'b.txt'));
  writeWhole(join(root, 'a.txt'), 'new');
  expect(readFileSync(join(root, 'b.txt'), 'utf8')).toBe('new');
});

if (!onWindows)
  it('what is no ordinary file is written to and not replaced', async () => {
    const pipe = join(temporaryProject({}), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reading = readFile(pipe, 'utf8');
    await new Promise((resolve) => setTimeout(resolve, 50));
    writeWhole(pipe, 'through the pipe');
    expect(await reading).toBe('through the pipe');
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

it('nothing is left behind when it fails', () => {
  const root = temporaryProject({});
  mkdirSync(join(root, 'folder'));
  expect(() => writeWhole(join(root, 'folder'), 'x')).toThrow('cannot write');
  expect(() => writeWhole(join(root, 'no', 'x'), 'x')).toThrow('(ENOENT)');
  writeFileSync(join(root, 'file'), '');
  expect(() => writeWhole(join(root, 'file', 'x'), 'x')).toThrow('(ENOTDIR)');
  expect(readdirSync(root).sort()).toEqual(['file', 'folder']);
});
