/**
 * The parsers, as files of their own under dist/vendor.
 *
 * TypeScript is minified but never bundled: one big bundle takes about three times as long to load as the single files do,
 * because V8 then compiles more of it eagerly and its code cache holds less.
 */

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { transform } from 'esbuild';

/** How our sources' imports of parsers read in a bundle that lies one folder beside dist/vendor. */
export function vendorPlugin() {
  return {
    name: 'vendor',
    setup(build) {
      build.onResolve({ filter: /^web-tree-sitter$/ }, () => ({ path: '../vendor/web-tree-sitter.js', external: true }));
      // Of ts-morph we run the compiler that it carries. Its wrappers would double the time and the memory that loading takes;
      // A plain `require`: an import of a CommonJS module copies all of its two thousand names. Whoever imports more than `ts` is told so by the bundler.
      build.onResolve({ filter: /^ts-morph$/ }, () => ({ path: 'ts-morph', namespace: 'compiler-only' }));
      build.onLoad({ filter: /.*/, namespace: 'compiler-only' }, () => ({
        contents: "export const ts = require('../vendor/typescript.js');",
        resolveDir: '.',
      }));
      build.onResolve({ filter: /^\.\.\/vendor\/typescript\.js$/ }, ({ path }) => ({ path, external: true }));
    },
  };
}

export async function copyVendor(root, to) {
  const require = createRequire(path.join(root, 'package.json'));
  const compiler = createRequire(require.resolve('ts-morph'))
    .resolve('@ts-morph/common')
    .replace(/[^\\/]+$/, 'typescript.js');
  mkdirSync(to, { recursive: true });

  await Promise.all([
    minify(compiler, path.join(to, 'typescript.js')),
    // Its CommonJS build: esbuild's translation of the ESM one asks for `import.meta.url` at run time and crashes.
    minify(require.resolve('web-tree-sitter'), path.join(to, 'web-tree-sitter.js')),
  ]);
  copyFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm'), path.join(to, 'web-tree-sitter.wasm'));
  copyFileSync(require.resolve('tree-sitter-python/tree-sitter-python.wasm'), path.join(to, 'tree-sitter-python.wasm'));
}

async function minify(from, to) {
  const { code } = await transform(readFileSync(from, 'utf8'), { minify: true, target: 'node20.19', platform: 'node', legalComments: 'none' });
  writeFileSync(to, code);
}
