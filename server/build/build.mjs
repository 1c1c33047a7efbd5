/**
 * `npm run build`: the client, the language server and the command line as plain files under dist/.
 *
 *   dist/client/extension.js   the VS Code client
 *   dist/server/main.js        starts the language server; dist/cli.js starts the command line: both load the bundle beside
 *                              them through boot.js, with the machine code that an earlier run has left
 *   dist/vendor/               parsers. They are most of the weight and most of the start-up, so each stays a file of its own
 *                              that is loaded when the first document of its language is met
 *
 * `--watch` rebuilds the bundles on change; `--clean` empties dist/ first.
 */

import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';
import { writeLicenses } from './licenses.mjs';
import { rawTextPlugin } from './raw-text.mjs';
import { copyVendor, vendorPlugin } from './vendor.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = path.join(root, 'dist');
const watch = process.argv.includes('--watch');

// A build in the middle of somebody's work replaces files one by one; only a clean one leaves nothing old behind.
if (process.argv.includes('--clean'))
  for (const each of ['client', 'server', 'vendor', 'cli.js']) rmSync(path.join(dist, each), { recursive: true, force: true });
mkdirSync(path.join(dist, 'server/webhookproof-rules'), { recursive: true });

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  // jsonc-parser's CommonJS build requires its parts in a way that cannot be bundled.
  mainFields: ['module', 'main'],
  minify: !watch,
  keepNames: false,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  loader: { '.md': 'text' },
  // Parsers are CommonJS; a native `import()` of a minified one would see none of its names.
  supported: { 'dynamic-import': false },
  // esbuild leaves `import.meta.url` empty in CommonJS output.
  define: { 'import.meta.url': '__importMetaUrl' },
  banner: { js: "const __importMetaUrl=require('node:url').pathToFileURL(__filename).href;" },
};

const bundles = [
  { entryPoints: ['client/src/extension.ts'], outfile: 'dist/client/extension.js', external: ['vscode'] },
  { entryPoints: ['server/src/boot/load.ts'], outfile: 'dist/server/boot.js', banner: {} },
  { entryPoints: ['server/src/main.ts'], outfile: 'dist/server/server.js', plugins: [rawTextPlugin(), vendorPlugin()] },
  { entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/server/cli.js', plugins: [rawTextPlugin(), vendorPlugin(), oneServerPlugin()] },
];

writeFileSync(path.join(dist, 'server/main.js'), starter('./boot.js', 'server.js', '.startServer()'));
writeFileSync(path.join(dist, 'cli.js'), `#!/usr/bin/env node\n${starter('./server/boot.js', 'server/cli.js')}`);
chmodSync(path.join(dist, 'cli.js'), 0o755);
await copyVendor(root, path.join(dist, 'vendor'));
copyRulePages();
// Editors complete and check `webhookproof.config.json` by it.
copyFileSync(path.join(root, 'server/src/configuration/schema.json'), path.join(dist, 'server/webhookproof.config.schema.json'));

const contexts = await Promise.all(bundles.map((bundle) => context({ ...shared, ...bundle })));
if (watch) {
  await Promise.all(contexts.map((each) => each.watch()));
  console.log('watching');
} else {
  const results = await Promise.allSettled(contexts.map((each) => each.rebuild()));
  await Promise.all(contexts.map((each) => each.dispose()));
  if (results.some((result) => result.status === 'rejected')) process.exit(1);
  const inputs = results.flatMap((result) => Object.keys(result.value.metafile.inputs));
  writeLicenses(root, path.join(dist, 'LICENSES.txt'), inputs, ['ts-morph', '@ts-morph/common', 'typescript', 'web-tree-sitter', 'tree-sitter-python']);
  console.log('built dist/');
}

/** For links from diagnostics; the text inside the bundle is for hovers and reports. */
function copyRulePages() {
  const rules = path.join(root, 'server/src/rules');
  for (const id of existsSync(rules) ? readdirSync(rules) : []) {
    const page = path.join(rules, id, 'rule.md');
    if (existsSync(page)) copyFileSync(page, path.join(dist, 'server/webhookproof-rules', `${id}.md`));
  }
}

/** Starts a bundle; `bundle` and `boot` are relative to the file that this is written to. */
function starter(boot, bundle, start = '') {
  return `'use strict';\nconst path = require('node:path');\nrequire('${boot}').load(path.join(__dirname, '${bundle}'))${start};\n`;
}

/** `webhookproof lsp` loads the server's own bundle instead of carrying a second one. */
function oneServerPlugin() {
  return {
    name: 'one-server',
    setup(build) {
      build.onResolve({ filter: /lsp\/server\.js$/ }, (args) => (args.kind === 'dynamic-import' ? { path: './server.js', external: true } : undefined));
    },
  };
}
