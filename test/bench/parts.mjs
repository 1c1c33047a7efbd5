/**
 * What is measured: a copy of the built dist/, so that a build beside us changes nothing; the core as one bundle for measuring in
 * process, with the parsers of that copy; and a language server that does nothing.
 */
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { rawTextPlugin } from '../../server/build/raw-text.mjs';
import { vendorPlugin } from '../../server/build/vendor.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

export async function makeParts(scratch) {
  const dist = path.join(scratch, 'dist');
  if (!existsSync(path.join(root, 'dist/vendor/typescript.js'))) throw new Error('dist/ is not built: run `npm run build`');
  mkdirSync(path.join(dist, 'server'), { recursive: true });
  for (const part of ['cli.js', 'server', 'vendor']) cpSync(path.join(root, 'dist', part), path.join(dist, part), { recursive: true });

  const engine = path.join(dist, 'server/engine.js');
  const nothing = path.join(scratch, 'nothing.js');
  await Promise.all([
    bundle({ stdin: { contents: coreExports, resolveDir: root, sourcefile: 'engine.js' }, outfile: engine }),
    bundle({ entryPoints: [here('processes/nothing.mjs')], outfile: path.join(scratch, 'nothing-bundle.js') }),
  ]);
  // As the real server is started, with the same use of Node's code cache.
  writeFileSync(nothing, "require('node:module').enableCompileCache?.();\nrequire('./nothing-bundle.js');\n");
  return { scratch, dist, cli: path.join(dist, 'cli.js'), engine, nothing, floors: here('processes/floors.mjs'), usage: here('processes/usage.cjs') };
}

/** The core and the parsers that it runs on, in this process. */
export async function loadEngine({ dist, engine }) {
  const require = createRequire(engine);
  const core = require(engine);
  await Promise.all([core.loadFrontEnd('typescript'), core.loadFrontEnd('python')]);
  const { newParser } = await core.loadGrammar();
  return { ...core, ts: require(path.join(dist, 'vendor/typescript.js')), newParser };
}

const coreExports = `
export { Workspace } from './server/src/workspace/index.js';
export { mayHoldEndpoint } from './server/src/workspace/prefilter.js';
export { scanFile } from './server/src/scan.js';
export { languageOf, loadFrontEnd } from './server/src/languages/index.js';
export { loadGrammar } from './server/src/languages/python/grammar.js';
`;

function bundle(options) {
  return build({
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    mainFields: ['module', 'main'],
    // Whoever profiles wants the names; the measured times are the same.
    minify: process.env.BENCH_NAMES === undefined,
    logLevel: 'warning',
    loader: { '.md': 'text' },
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '__importMetaUrl' },
    banner: { js: "const __importMetaUrl=require('node:url').pathToFileURL(__filename).href;" },
    plugins: [rawTextPlugin(), vendorPlugin()],
    ...options,
  });
}
