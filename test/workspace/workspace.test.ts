import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Snapshot, Workspace } from '../../server/src/workspace/index.js';
import { nothingLeftOut } from '../../server/src/workspace/walk.js';
import { put, temporaryProject } from './temporary-project.js';

const handler = "import express from 'express';\nconst app = express();\napp.post('/inbox', (req, res) => res.end());\n";

async function opened(files: Readonly<Record<string, string | Uint8Array>>): Promise<{ root: string; workspace: Workspace; log: string[] }> {
  const root = temporaryProject(files);
  const log: string[] = [];
  const workspace = new Workspace({ root, log: (line) => void log.push(line) });
  await workspace.ready('a.ts');
  await workspace.ready('a.py');
  return { root, workspace, log };
}

function names(snapshot: Snapshot, path: string): (string | null)[] | undefined {
  return snapshot
    .module(path)
    ?.functions.slice(1)
    .map((each) => each.name);
}

async function collected(files: AsyncGenerator<string>): Promise<string[]> {
  const paths: string[] = [];
  for await (const path of files) paths.push(path);
  return paths;
}

describe('a snapshot', () => {
  it('stays as it is while the workspace goes on', async () => {
    const { root, workspace } = await opened({ 'a.ts': 'function one() {}', 'b.ts': 'function two() {}' });
    const before = workspace.snapshot();
    expect(names(before, 'a.ts')).toEqual(['one']);
    expect(names(before, 'b.ts')).toEqual(['two']);

    workspace.openDocument('a.ts', 'function three() {}', 1);
    writeFileSync(join(root, 'b.ts'), 'function four() {}');
    workspace.filesChanged([join(root, 'b.ts')]);
    const after = workspace.snapshot();

    expect([names(before, 'a.ts'), names(before, 'b.ts'), before.text('b.ts')]).toEqual([['one'], ['two'], 'function two() {}']);
    expect([names(after, 'a.ts'), names(after, 'b.ts'), after.text('b.ts')]).toEqual([['three'], ['four'], 'function four() {}']);
    expect(after.version).toBeGreaterThan(before.version);
    expect(workspace.snapshot()).toBe(after);
  });

  it('gives one module for one text, also across snapshots', async () => {
    const { root, workspace } = await opened({ 'a.ts': handler, 'b.ts': handler });
    const first = workspace.snapshot().module('a.ts');
    workspace.openDocument('c.ts', '', 1);
    workspace.filesChanged(['a.ts']);
    const again = workspace.snapshot();
    expect(again.module('a.ts')).toBe(first);
    expect(again.module('b.ts')).toBe(first);
    put(root, { 'a.ts': `${handler}\n` });
    workspace.filesChanged(['a.ts']);
    expect(workspace.snapshot().module('a.ts')).not.toBe(first);
  });

  it('answers for an old version of a document whose tree has moved on', async () => {
    const { workspace } = await opened({});
    workspace.openDocument('a.ts', 'function one() {}', 1);
    const old = workspace.snapshot();
    workspace.changeDocument('a.ts', [{ start: 9, end: 12, text: 'other' }], 2);
    expect(names(workspace.snapshot(), 'a.ts')).toEqual(['other']);
    expect(names(old, 'a.ts')).toEqual(['one']);
    expect([old.documentVersion('a.ts'), workspace.snapshot().documentVersion('a.ts')]).toEqual([1, 2]);
  });

  it('has no module and a reason for what cannot be read', async () => {
    const { workspace, log } = await opened({
      'big.ts': `// ${'x'.repeat(1_100_000)}`,
      'movie.ts': Buffer.from([0x47, 0, 0]),
      'latin.py': Buffer.from([0x61, 0x3d, 0x27, 0xe9, 0x27]),
      'notes.txt': 'a',
    });
    const snapshot = workspace.snapshot();
    expect(snapshot.module('big.ts')).toBeUndefined();
    expect(snapshot.problem('big.ts')).toContain('larger than 1 MB');
    expect(snapshot.module('movie.ts')).toBeUndefined();
    expect(snapshot.module('gone.ts')).toBeUndefined();
    expect(snapshot.problem('gone.ts')).toBe('does not exist');
    expect(snapshot.module('notes.txt')).toBeUndefined();
    expect(snapshot.module('latin.py')).toBeDefined();
    expect(snapshot.encoding('latin.py')).toBeUndefined();
    expect(log).toEqual([
      expect.stringMatching(/^big\.ts is larger than 1 MB/),
      expect.stringMatching(/^movie\.ts is not text/),
      'latin.py is not valid UTF-8; unreadable bytes were replaced',
    ]);
  });

  it('reads nothing outside the root', async () => {
    const outer = temporaryProject({ 'secret.ts': 'function secret() {}', 'inside/a.ts': '' });
    const workspace = new Workspace({ root: join(outer, 'inside'), log: () => undefined });
    await workspace.ready('a.ts');
    const snapshot = workspace.snapshot();
    for (const path of ['../secret.ts', join(outer, 'secret.ts'), '/etc/hosts', 'x/../../secret.ts']) {
      expect(snapshot.text(path), path).toBeUndefined();
      expect(snapshot.module(path), path).toBeUndefined();
    }
    workspace.filesChanged(['../secret.ts', join(outer, 'secret.ts')]);
    expect(workspace.snapshot()).toBe(snapshot);
  });
});

describe('documents', () => {
  it('change by ranges, each speaking of the text that the one before left', async () => {
    const { workspace } = await opened({});
    workspace.openDocument('a.py', 'def one():\n    pass\n', 1);
    expect(names(workspace.snapshot(), 'a.py')).toEqual(['one']);
    workspace.changeDocument(
      'a.py',
      [
        { start: 4, end: 7, text: 'second' },
        { start: 0, end: 0, text: 'def first(): pass\n' },
      ],
      2,
    );
    const snapshot = workspace.snapshot();
    expect(snapshot.text('a.py')).toBe('def first(): pass\ndef second():\n    pass\n');
    expect(names(snapshot, 'a.py')).toEqual(['first', 'second']);
  });

  it('come to the same module letter by letter as at once', async () => {
    const { workspace } = await opened({});
    workspace.openDocument('typed.ts', '', 1);
    for (const [index, letter] of [...handler].entries()) {
      workspace.changeDocument('typed.ts', [{ start: index, end: index, text: letter }], index + 2);
      if (index % 3 === 0) workspace.snapshot().module('typed.ts');
    }
    workspace.openDocument('whole.ts', handler, 1);
    const snapshot = workspace.snapshot();
    expect(JSON.stringify(snapshot.module('typed.ts'))).toBe(JSON.stringify(snapshot.module('whole.ts')));
  });

  it('survive changes that make no sense', async () => {
    const { workspace, log } = await opened({});
    workspace.openDocument('a.ts', 'abc', 1);
    workspace.changeDocument(
      'a.ts',
      [
        { start: 900, end: -4, text: 'd' },
        { start: Number.NaN, end: Number.NaN, text: 'e' },
      ],
      2,
    );
    expect(workspace.snapshot().text('a.ts')).toBe('abcde');
    workspace.changeDocument('never-opened.ts', [{ start: 0, end: 0, text: 'x' }], 1);
    expect(log.at(-1)).toContain('never-opened.ts was changed before it was opened');
    workspace.changeDocument('b.ts', { text: 'const b = 1;' }, 1);
    expect(workspace.snapshot().text('b.ts')).toBe('const b = 1;');
    workspace.closeDocument('not-open.ts');
  });

  it('hide the file on disk until they are closed', async () => {
    const { workspace } = await opened({ 'a.ts': 'function disk() {}' });
    workspace.openDocument('a.ts', 'function editor() {}', 1);
    expect(names(workspace.snapshot(), 'a.ts')).toEqual(['editor']);
    workspace.closeDocument('a.ts');
    expect(names(workspace.snapshot(), 'a.ts')).toEqual(['disk']);
    expect(workspace.snapshot().documentVersion('a.ts')).toBeUndefined();
  });

  it('that were never saved can be imported', async () => {
    const { workspace } = await opened({ 'a.ts': "import './new';" });
    expect(workspace.snapshot().resolve('a.ts', './new')).toBeUndefined();
    workspace.openDocument('new.ts', 'export {};', 1);
    expect(workspace.snapshot().resolve('a.ts', './new')).toBe('new.ts');
    expect(workspace.snapshot().importersOf('new.ts')).toEqual(['a.ts']);
    workspace.closeDocument('new.ts');
    expect(workspace.snapshot().resolve('a.ts', './new')).toBeUndefined();
  });

  it('larger than 1 MB have no module', async () => {
    const { workspace } = await opened({});
    workspace.openDocument('a.ts', `// ${'x'.repeat(1_100_000)}`, 1);
    expect(workspace.snapshot().module('a.ts')).toBeUndefined();
    expect(workspace.snapshot().problem('a.ts')).toContain('larger than 1 MB');
  });
});

describe('changes on disk', () => {
  it('of configuration and of folders are seen', async () => {
    const { root, workspace } = await opened({ 'a.ts': '', 'lib/x.ts': '' });
    expect(workspace.snapshot().resolve('a.ts', '@/x')).toBeUndefined();
    put(root, { 'tsconfig.json': '{"compilerOptions":{"paths":{"@/*":["./lib/*"]}}}' });
    workspace.filesChanged(['tsconfig.json']);
    expect(workspace.snapshot().resolve('a.ts', '@/x')).toBe('lib/x.ts');
    put(root, { 'deep/new/y.ts': '' });
    workspace.filesChanged(['deep/new/y.ts']);
    expect(workspace.snapshot().resolve('a.ts', './deep/new/y')).toBe('deep/new/y.ts');
    rmSync(join(root, 'lib'), { recursive: true });
    workspace.filesChanged(['lib']);
    expect(workspace.snapshot().resolve('a.ts', '@/x')).toBeUndefined();
    expect(workspace.snapshot().text('lib/x.ts')).toBeUndefined();
  });

  it('by the thousand are seen too', async () => {
    const { root, workspace } = await opened({ 'a.ts': 'const a = 1;' });
    workspace.snapshot().text('a.ts');
    put(root, { 'a.ts': 'const a = 2;' });
    workspace.filesChanged(Array.from({ length: 1000 }, (_, index) => `gone/${index}.ts`));
    expect(workspace.snapshot().text('a.ts')).toBe('const a = 2;');
  });
});

describe('who imports a file', () => {
  it('is found through every kind of specifier', async () => {
    const { workspace } = await opened({
      'package.json': '{"name":"root","workspaces":["packages/*"]}',
      'tsconfig.json': '{"compilerOptions":{"paths":{"@/*":["./src/*"],"the-router":["./src/router.ts"]}}}',
      'src/router.ts': 'export default 1;',
      'src/app.ts': "import router from './router';",
      'src/required.cjs': "const router = require( './router' )",
      'src/lazy.ts': "const r = await import('./router.js');",
      'src/re-export.ts': "export * from '@/router';",
      'src/alias.ts': "import r from 'the-router';",
      'src/other.ts': "import './routers'; // './router'",
      'src/hooks/index.ts': "import { a } from '..';\nimport type { B } from '../router';",
      'packages/db/package.json': '{"name":"@acme/database","main":"dist/index.js"}',
      'packages/db/src/index.ts': '',
      'packages/api/a.ts': 'import {\n  a,\n  b,\n} from "@acme/database";',
      'src/__tests__/router.test.ts': "import router from '../router';",
    });
    const snapshot = workspace.snapshot();
    expect(snapshot.importersOf('src/router.ts')).toEqual([
      'src/alias.ts',
      'src/app.ts',
      'src/hooks/index.ts',
      'src/lazy.ts',
      'src/re-export.ts',
      'src/required.cjs',
    ]);
    expect(snapshot.importersOf('packages/db/src/index.ts')).toEqual(['packages/api/a.ts']);
    expect(snapshot.importersOf('src/app.ts')).toEqual([]);
    expect(snapshot.importersOf('nowhere.ts')).toEqual([]);
  });

  it('is found in Python', async () => {
    const { workspace } = await opened({
      'app/__init__.py': 'def create_app():\n    from app.hooks import bp\n    from . import auth\n',
      'app/hooks.py': 'bp = 1',
      'app/auth.py': 'import os, app.hooks as h\n',
      'wsgi.py': 'from app import (\n    create_app,  # the factory\n    hooks as h,\n)\n',
      'other.py': '# from app.hooks import bp\nfrom app.hookshot import x\n',
    });
    const snapshot = workspace.snapshot();
    expect(snapshot.importersOf('app/hooks.py')).toEqual(['app/__init__.py', 'app/auth.py', 'wsgi.py']);
    expect(snapshot.importersOf('app/auth.py')).toEqual(['app/__init__.py']);
    expect(snapshot.importersOf('app/__init__.py')).toEqual(['wsgi.py']);
  });

  it('follows the editor and the disk', async () => {
    const { root, workspace } = await opened({ 'a.ts': "import './b';", 'b.ts': '', 'c.ts': '' });
    expect(workspace.snapshot().importersOf('b.ts')).toEqual(['a.ts']);
    workspace.openDocument('a.ts', '// nothing', 1);
    workspace.openDocument('c.ts', "import './b';", 1);
    expect(workspace.snapshot().importersOf('b.ts')).toEqual(['c.ts']);
    put(root, { 'd.ts': "import './b';" });
    workspace.filesChanged(['d.ts']);
    expect(workspace.snapshot().importersOf('b.ts')).toEqual(['c.ts', 'd.ts']);
  });

  it('can be prepared in slices', async () => {
    const { workspace } = await opened({ 'a.ts': "import './b';", 'b.ts': '' });
    await workspace.prepareImporters();
    expect(workspace.snapshot().importersOf('b.ts')).toEqual(['a.ts']);
  });
});

describe('the files of a scan', () => {
  it('are those that may hold an endpoint, in the order of their paths', async () => {
    const { workspace } = await opened({
      'z.ts': handler,
      'a/b.py': "@app.post('/a')\ndef a(): pass",
      'util.ts': 'export const a = 1;',
      'tests/x.ts': handler,
      'wide.ts': Buffer.from(`\uFEFF${handler}`, 'utf16le'),
    });
    expect(await collected(workspace.files())).toEqual(['a/b.py', 'wide.ts', 'z.ts']);
    expect(await collected(workspace.files({ onlyHandlers: false, includeTests: true }))).toEqual(['a/b.py', 'tests/x.ts', 'util.ts', 'wide.ts', 'z.ts']);
    expect(await collected(workspace.files({ under: 'a' }))).toEqual(['a/b.py']);
    workspace.openDocument('util.ts', 'export const a = 2;', 1);
    expect(await collected(workspace.files())).toContain('util.ts');
  });

  it('say what was passed by, and stop when told', async () => {
    const { workspace, log } = await opened({
      'a.ts': handler,
      'b.ts': handler,
      'big.ts': 'x'.repeat(1_100_000),
      'node_modules/a.ts': handler,
      'a.test.ts': handler,
    });
    const leftOut = nothingLeftOut();
    expect(await collected(workspace.files({ leftOut }))).toEqual(['a.ts', 'b.ts']);
    expect(leftOut).toEqual({ testFiles: 1, ignoredByGit: 0, otherFolders: 1, tooLarge: 1, excluded: 0 });
    expect(log).toEqual([expect.stringMatching(/^big\.ts is larger/)]);
    const stop = new AbortController();
    const seen: string[] = [];
    for await (const path of workspace.files({ signal: stop.signal })) {
      seen.push(path);
      stop.abort();
    }
    expect(seen).toEqual(['a.ts']);
  });
});

it('survives text nested 100,000 deep and files that are half typed', async () => {
  const { workspace } = await opened({
    'deep.ts': `${'('.repeat(100_000)}`,
    'deeper.ts': `const a = ${'['.repeat(100_000)}${']'.repeat(100_000)};`,
    'deep.py': `a = ${'('.repeat(100_000)}`,
    'half.ts': "app.post('/inbox', (req, res) => { if (",
    'half.py': "@app.post('/inbox'\ndef inbox(:\n",
    'lone.ts': 'const a = "\uD800";',
  });
  const snapshot = workspace.snapshot();
  for (const path of ['deep.ts', 'deeper.ts', 'deep.py', 'half.ts', 'half.py', 'lone.ts']) expect(() => snapshot.module(path), path).not.toThrow();
});
