/**
 * The parsers, as files of their own under dist/vendor.
 *
 * TypeScript is minified but never bundled: one big bundle takes about three times as long to load as the single files do,
 * because V8 then compiles more of it eagerly and its code cache holds less.
 */
import { build, transform } from 'esbuild';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Package name in our sources -> file in dist/vendor. */
const vendored = {
  'ts-morph': 'ts-morph.js',
  '@ts-morph/common': 'ts-morph-common.js',
  'web-tree-sitter': 'web-tree-sitter.js',
};

export function vendorPlugin(vendorFolder) {
  return {
    name: 'vendor',
    setup(build) {
      build.onResolve({ filter: /^(ts-morph|@ts-morph\/common|web-tree-sitter)$/ }, (args) => ({ path: `${vendorFolder}/${vendored[args.path]}`, external: true }));
    },
  };
}

export async function copyVendor(root, to) {
  const require = createRequire(path.join(root, 'package.json'));
  const tsMorph = createRequire(require.resolve('ts-morph'));
  const common = tsMorph.resolve('@ts-morph/common');
  mkdirSync(to, { recursive: true });

  await Promise.all([
    minify(path.join(path.dirname(common), 'typescript.js'), path.join(to, 'typescript.js')),
    bundle(common, path.join(to, 'ts-morph-common.js'), { './typescript': './typescript.js' }),
    bundle(require.resolve('ts-morph'), path.join(to, 'ts-morph.js'), { '@ts-morph/common': './ts-morph-common.js' }),
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

async function bundle(from, to, externals) {
  await build({
    entryPoints: [from],
    outfile: to,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [
      {
        name: 'siblings',
        setup(build) {
          build.onResolve({ filter: /.*/ }, (args) => (args.path in externals ? { path: externals[args.path], external: true } : undefined));
        },
      },
    ],
  });
}
