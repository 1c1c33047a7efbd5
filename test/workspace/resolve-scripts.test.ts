import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Configs } from '../../server/src/workspace/configs.js';
import { Disk } from '../../server/src/workspace/disk.js';
import { Resolution } from '../../server/src/workspace/resolve/index.js';
import { temporaryProject } from './temporary-project.js';

function resolver(root: string, log: string[] = []): (from: string, specifier: string) => string | undefined {
  const say = (line: string): void => void log.push(line);
  const disk = new Disk(root, say);
  const resolution = new Resolution(disk, new Configs(disk, say));
  return (from, specifier) => resolution.resolve('typescript', from, specifier);
}

const json = (value: unknown): string => JSON.stringify(value);

describe('relative imports', () => {
  it('guess the extension and the index of a folder', () => {
    const resolve = resolver(
      temporaryProject({
        'src/app.ts': '',
        'src/verify.ts': '',
        'src/hooks/index.tsx': '',
        'src/legacy.cjs': '',
        'src/old.js': '',
        'src/worker.mts': '',
        'util.jsx': '',
      }),
    );
    expect(resolve('src/app.ts', './verify')).toBe('src/verify.ts');
    expect(resolve('src/app.ts', './hooks')).toBe('src/hooks/index.tsx');
    expect(resolve('src/app.ts', './hooks/')).toBe('src/hooks/index.tsx');
    expect(resolve('src/hooks/index.tsx', '..')).toBeUndefined();
    expect(resolve('src/app.ts', './legacy')).toBe('src/legacy.cjs');
    expect(resolve('src/app.ts', './worker.mjs')).toBe('src/worker.mts');
    expect(resolve('src/app.ts', '../util')).toBe('util.jsx');
    expect(resolve('src/app.ts', './nothing')).toBeUndefined();
  });

  it('take `.js` for the `.ts` that it is built from, and for itself where it is the source', () => {
    const resolve = resolver(temporaryProject({ 'a.ts': '', 'b.ts': '', 'b.js': '', 'c.js': '', 'd.tsx': '', 'e.d.ts': '' }));
    expect(resolve('a.ts', './b.js')).toBe('b.ts');
    expect(resolve('a.ts', './c.js')).toBe('c.js');
    expect(resolve('a.ts', './d.js')).toBe('d.tsx');
    expect(resolve('a.ts', './e.js')).toBeUndefined();
    expect(resolve('a.ts', './e')).toBeUndefined();
  });

  it('never leave the root', () => {
    const outer = temporaryProject({ 'secret.ts': '', 'project/a.ts': '' });
    const resolve = resolver(join(outer, 'project'));
    expect(resolve('a.ts', '../secret')).toBeUndefined();
    expect(resolve('a.ts', `${outer}/secret`)).toBeUndefined();
  });

  it('do not follow a link out of the root', () => {
    const outer = temporaryProject({ 'elsewhere/secret.ts': '', 'project/a.ts': '' });
    symlinkSync(join(outer, 'elsewhere'), join(outer, 'project/linked'));
    symlinkSync(join(outer, 'elsewhere/secret.ts'), join(outer, 'project/one.ts'));
    const resolve = resolver(join(outer, 'project'));
    expect(resolve('a.ts', './linked/secret')).toBeUndefined();
    expect(resolve('a.ts', './one')).toBeUndefined();
  });

  it('survive rings of links', () => {
    const root = temporaryProject({ 'a.ts': '', 'lib/b.ts': '' });
    symlinkSync(root, join(root, 'lib/up'));
    symlinkSync('self', join(root, 'self'));
    const resolve = resolver(root);
    expect(resolve('a.ts', './lib/up/lib/up/lib/b')).toBe('lib/b.ts');
    expect(resolve('a.ts', './self')).toBeUndefined();
  });
});

describe('tsconfig paths', () => {
  it('come with comments, trailing commas and extends', () => {
    const resolve = resolver(
      temporaryProject({
        'tsconfig.base.json':
          '{ /* shared */ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*", "generated/*"], "config": ["src/settings.ts"], }, }, }',
        'tsconfig.json': '{ "extends": "./tsconfig.base", // the rest\n "compilerOptions": {} }',
        'src/a.ts': '',
        'src/settings.ts': '',
        'generated/client.ts': '',
      }),
    );
    expect(resolve('src/a.ts', '@/settings')).toBe('src/settings.ts');
    expect(resolve('src/a.ts', '@/client')).toBe('generated/client.ts');
    expect(resolve('src/a.ts', 'config')).toBe('src/settings.ts');
    expect(resolve('src/a.ts', 'src/settings')).toBe('src/settings.ts');
  });

  it('are relative to the file that defines them, the nearest configuration decides, the longest prefix wins', () => {
    const resolve = resolver(
      temporaryProject({
        'tsconfig.json': json({ compilerOptions: { paths: { '~lib/*': ['./lib/*'] } } }),
        'apps/api/tsconfig.json': json({ extends: ['../../tsconfig.json', './paths.json'] }),
        'apps/api/paths.json': json({ compilerOptions: { paths: { '@/*': ['./src/*'], '@/hooks/*': ['./src/webhooks/*'] } } }),
        'apps/api/src/index.ts': '',
        'apps/api/src/webhooks/stripe.ts': '',
        'apps/web/src/index.ts': '',
        'lib/a.ts': '',
      }),
    );
    expect(resolve('apps/api/src/index.ts', '@/hooks/stripe')).toBe('apps/api/src/webhooks/stripe.ts');
    expect(resolve('apps/web/src/index.ts', '~lib/a')).toBe('lib/a.ts');
  });

  it('are found behind references, and a ring of extends ends', () => {
    const resolve = resolver(
      temporaryProject({
        'tsconfig.json': json({ files: [], references: [{ path: './tsconfig.app.json' }] }),
        'tsconfig.app.json': json({ extends: './ring.json', compilerOptions: { paths: { '#/*': ['./app/*'] } } }),
        'ring.json': json({ extends: './tsconfig.app.json' }),
        'app/a.ts': '',
        'app/b.ts': '',
      }),
    );
    expect(resolve('app/a.ts', '#/b')).toBe('app/b.ts');
  });

  it('that are malformed are told and used as far as they can be read', () => {
    const log: string[] = [];
    const resolve = resolver(
      temporaryProject({ 'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } ', 'src/a.ts': '', 'src/b.ts': '' }),
      log,
    );
    expect(resolve('src/a.ts', '@/b')).toBe('src/b.ts');
    expect(log).toEqual(['tsconfig.json is malformed; what could be read of it is used']);
  });

  it('of the wrong shape, or nested beyond all reason, break nothing', () => {
    for (const text of ['[]', 'null', '{"compilerOptions":{"paths":[1],"baseUrl":3},"extends":{"a":1},"references":7}', '['.repeat(100_000), '']) {
      const resolve = resolver(temporaryProject({ 'tsconfig.json': text, 'package.json': text, 'pnpm-workspace.yaml': text, 'a.ts': '', 'b.ts': '' }));
      expect(resolve('a.ts', './b')).toBe('b.ts');
      expect(resolve('a.ts', 'some-package')).toBeUndefined();
    }
  });

  it('are guessed where a framework generates them', () => {
    const resolve = resolver(
      temporaryProject({
        'web/package.json': json({ name: 'web' }),
        'web/src/lib/db.ts': '',
        'web/src/routes/a.ts': '',
        'nuxt/package.json': '{}',
        'nuxt/server/api/a.ts': '',
        'nuxt/server/utils/verify.ts': '',
      }),
    );
    expect(resolve('web/src/routes/a.ts', '$lib/db')).toBe('web/src/lib/db.ts');
    expect(resolve('nuxt/server/api/a.ts', '~/server/utils/verify')).toBe('nuxt/server/utils/verify.ts');
  });
});

describe('packages', () => {
  const workspace = {
    'package.json': json({ name: 'root', workspaces: ['packages/*', '!packages/private'] }),
    'packages/crypto/package.json': json({
      name: '@acme/crypto',
      main: './dist/index.js',
      exports: { '.': { types: './dist/index.d.ts', import: './dist/index.mjs' }, './verify': './dist/checks/verify.js', './lib/*': './src/lib/*.ts' },
    }),
    'packages/crypto/src/index.ts': '',
    'packages/crypto/src/checks/verify.ts': '',
    'packages/crypto/src/lib/hmac.ts': '',
    'packages/plain/package.json': json({ name: 'plain' }),
    'packages/plain/index.js': '',
    'packages/plain/deep/file.ts': '',
    'packages/private/package.json': json({ name: 'private' }),
    'packages/private/index.ts': '',
    'packages/api/package.json': json({ name: 'api', imports: { '#db': './src/db.ts', '#lib/*': { default: './src/lib/*.js' }, '#crypto': '@acme/crypto' } }),
    'packages/api/src/app.ts': '',
    'packages/api/src/db.ts': '',
    'packages/api/src/lib/queue.ts': '',
  };

  it('of the workspace are found by name, sources before what is built', () => {
    const resolve = resolver(temporaryProject(workspace));
    const from = 'packages/api/src/app.ts';
    expect(resolve(from, '@acme/crypto')).toBe('packages/crypto/src/index.ts');
    expect(resolve(from, '@acme/crypto/verify')).toBe('packages/crypto/src/checks/verify.ts');
    expect(resolve(from, '@acme/crypto/lib/hmac')).toBe('packages/crypto/src/lib/hmac.ts');
    expect(resolve(from, 'plain')).toBe('packages/plain/index.js');
    expect(resolve(from, 'plain/deep/file')).toBe('packages/plain/deep/file.ts');
    expect(resolve(from, 'private')).toBeUndefined();
    expect(resolve(from, '@acme/missing')).toBeUndefined();
    expect(resolve('packages/crypto/src/checks/verify.ts', '@acme/crypto/lib/hmac')).toBe('packages/crypto/src/lib/hmac.ts');
  });

  it('import themselves with #', () => {
    const resolve = resolver(temporaryProject(workspace));
    expect(resolve('packages/api/src/app.ts', '#db')).toBe('packages/api/src/db.ts');
    expect(resolve('packages/api/src/app.ts', '#lib/queue')).toBe('packages/api/src/lib/queue.ts');
    expect(resolve('packages/api/src/app.ts', '#crypto')).toBe('packages/crypto/src/index.ts');
  });

  it('of a pnpm workspace too', () => {
    const { 'package.json': _, ...rest } = workspace;
    const resolve = resolver(temporaryProject({ ...rest, 'pnpm-workspace.yaml': 'packages:\n  - "packages/**"\n' }));
    expect(resolve('packages/api/src/app.ts', '@acme/crypto')).toBe('packages/crypto/src/index.ts');
  });

  it('that are installed are none of ours, but a link to a sibling outside the root is', () => {
    const outer = temporaryProject({
      'shared/package.json': json({ name: '@acme/shared', source: './source/main.ts' }),
      'shared/source/main.ts': '',
      'app/package.json': json({ name: 'app' }),
      'app/a.ts': '',
      'app/node_modules/express/package.json': json({ name: 'express', main: 'index.js' }),
      'app/node_modules/express/index.js': '',
    });
    mkdirSync(join(outer, 'app/node_modules/@acme'));
    symlinkSync('../../../shared', join(outer, 'app/node_modules/@acme/shared'));
    symlinkSync('./express', join(outer, 'app/node_modules/koa'));
    const resolve = resolver(join(outer, 'app'));
    expect(resolve('a.ts', 'express')).toBeUndefined();
    expect(resolve('a.ts', 'koa')).toBeUndefined();
    expect(resolve('a.ts', '@acme/shared')).toBe('node_modules/@acme/shared/source/main.ts');
  });

  it('that come with Node are never a file of the project', () => {
    const resolve = resolver(temporaryProject({ 'tsconfig.json': json({ compilerOptions: { baseUrl: '.' } }), 'crypto.ts': '', 'a.ts': '' }));
    expect(resolve('a.ts', 'crypto')).toBeUndefined();
    expect(resolve('a.ts', './crypto')).toBe('crypto.ts');
  });
});
