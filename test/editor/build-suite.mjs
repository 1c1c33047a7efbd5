/** Bundles the suite that runs inside the editor. Answers its file. */

import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../support/install.mjs';

export async function buildSuite() {
  const outfile = path.join(root, 'dist/test/editor-suite.js');
  await build({
    entryPoints: [path.join(root, 'test/editor/suite/index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    logLevel: 'warning',
    external: ['vscode', 'mocha'],
  });
  return outfile;
}
