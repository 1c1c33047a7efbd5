import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTestPath, type LeftOut, nothingLeftOut, walk } from '../../server/src/workspace/walk.js';
import { temporaryProject } from './temporary-project.js';

interface Walked {
  readonly paths: readonly string[];
  readonly leftOut: LeftOut;
  readonly log: readonly string[];
}

function walked(root: string, options: { under?: string; includeTests?: boolean } = {}): Walked {
  const leftOut = nothingLeftOut();
  const log: string[] = [];
  const isSource = (path: string): boolean => /\.(?:tsx?|jsx?|py)$/.test(path);
  const paths = [
    ...walk(root, { under: options.under ?? '', includeTests: options.includeTests ?? false, isSource, log: (line) => void log.push(line) }, leftOut),
  ].filter((path) => path !== null);
  return { paths, leftOut, log };
}

describe('walking a project', () => {
  it('gives source files in order and nothing else', () => {
    const root = temporaryProject({ 'b.ts': '', 'a/z.py': '', 'a/b.js': '', 'readme.md': '', 'types.d.ts': '', 'static/jquery.min.js': '' });
    expect(walked(root).paths).toEqual(['a/b.js', 'a/z.py', 'b.ts']);
  });

  it('gives way after each folder, though none holds source', () => {
    const root = temporaryProject({ 'a/x.txt': '', 'b/c/x.txt': '' });
    const steps = [...walk(root, { under: '', includeTests: false, isSource: () => false, log: () => undefined }, nothingLeftOut())];
    expect(steps).toEqual([null, null, null, null]);
  });

  it('goes down as far as the system lets folders be', () => {
    const deep = Array.from({ length: 900 }, () => 'a').join('/');
    expect(walked(temporaryProject({ [`${deep}/b.ts`]: '' })).paths).toEqual([`${deep}/b.ts`]);
  });

  it('leaves installed and built code out, but not routes that are called like it', () => {
    const root = temporaryProject({
      'app/api/vendor/route.ts': '',
      'app/api/build/route.ts': '',
      'vendor/a.js': '',
      'build/a.js': '',
      'node_modules/x/a.js': '',
      'packages/p/node_modules/x/a.js': '',
      'dist/a.js': '',
      '.next/a.js': '',
      'venv/lib/a.py': '',
      'src/a.ts': '',
    });
    const { paths, leftOut } = walked(root);
    expect(paths).toEqual(['app/api/build/route.ts', 'app/api/vendor/route.ts', 'src/a.ts']);
    expect(leftOut.otherFolders).toBe(7);
  });

  it('obeys .gitignore files at every level, with what they take back', () => {
    const root = temporaryProject({
      '.gitignore': '*.gen.ts\n/local\nout-*/\n',
      'a.gen.ts': '',
      'local/a.ts': '',
      'src/local/a.ts': '',
      'out-1/a.ts': '',
      'src/.gitignore': '!keep.gen.ts\nsecret.py\n',
      'src/keep.gen.ts': '',
      'src/other.gen.ts': '',
      'src/secret.py': '',
      'src/deep/secret.py': '',
      'secret.py': '',
    });
    const { paths, leftOut } = walked(root);
    expect(paths).toEqual(['secret.py', 'src/keep.gen.ts', 'src/local/a.ts']);
    expect(leftOut.ignoredByGit).toBe(6);
  });

  it('obeys the .gitignore files above the folder that it begins at', () => {
    const root = temporaryProject({
      '.gitignore': 'b.ts',
      'apps/.gitignore': 'c.ts',
      'apps/api/a.ts': '',
      'apps/api/b.ts': '',
      'apps/api/c.ts': '',
      'd.ts': '',
    });
    expect(walked(root, { under: 'apps/api' }).paths).toEqual(['apps/api/a.ts']);
  });

  it('leaves tests and fixtures out and counts them, unless they are wanted', () => {
    const files = {
      'src/a.ts': '',
      'src/a.test.ts': '',
      'src/__tests__/b.ts': '',
      'tests/test_x.py': '',
      'tests/data/y.py': '',
      'app/test_hooks.py': '',
      'conftest.py': '',
      'src/latest.ts': '',
      'src/contest.py': '',
      'examples/flask.py': '',
    };
    const root = temporaryProject(files);
    const { paths, leftOut } = walked(root);
    expect(paths).toEqual(['examples/flask.py', 'src/a.ts', 'src/contest.py', 'src/latest.ts']);
    expect(leftOut.testFiles).toBe(6);
    expect(walked(root, { includeTests: true }).paths).toHaveLength(10);
  });

  it('takes a file or folder that is named, whatever it is called', () => {
    const root = temporaryProject({ '.gitignore': 'ignored.ts', 'ignored.ts': '', 'test/unit.test.ts': '', 'test/app/server.ts': '', 'dist/a.js': '' });
    expect(walked(root, { under: 'ignored.ts' }).paths).toEqual(['ignored.ts']);
    expect(walked(root, { under: 'test/unit.test.ts' }).paths).toEqual(['test/unit.test.ts']);
    expect(walked(root, { under: 'dist' }).paths).toEqual(['dist/a.js']);
    expect(walked(root, { under: 'test' }).paths).toEqual(['test/app/server.ts']);
  });

  it('follows no links', () => {
    const root = temporaryProject({ 'src/a.ts': '' });
    symlinkSync(root, join(root, 'src/ring'));
    symlinkSync(join(root, 'src/a.ts'), join(root, 'b.ts'));
    symlinkSync('/', join(root, 'everything'));
    expect(walked(root).paths).toEqual(['src/a.ts']);
  });

  it('goes on past what it may not read, and says so', () => {
    const root = temporaryProject({ 'closed/a.ts': '', 'open/a.ts': '', 'open/.gitignore': '' });
    chmodSync(join(root, 'closed'), 0);
    const { paths, log } = walked(root);
    chmodSync(join(root, 'closed'), 0o755);
    if (process.getuid?.() === 0) expect(paths).toEqual(['closed/a.ts', 'open/a.ts']);
    else expect({ paths, log }).toMatchObject({ paths: ['open/a.ts'], log: [expect.stringContaining('closed cannot be listed')] });
    expect(walked(join(root, 'nowhere')).paths).toEqual([]);
  });

  it('survives folders within folders within folders', () => {
    const deep = `${'d/'.repeat(400)}a.ts`;
    expect(walked(temporaryProject({ [deep]: '' })).paths).toEqual([deep]);
  });
});

it('knows tests by their folder or name', () => {
  for (const path of ['tests/a.py', 'src/__mocks__/a.ts', 'a.spec.tsx', 'a_test.py', 'Test/a.ts']) expect(isTestPath(path), path).toBe(true);
  for (const path of ['src/testing-ground.ts', 'attestation.py', 'src/test.ts', 'spectrum/a.ts']) expect(isTestPath(path), path).toBe(false);
});
