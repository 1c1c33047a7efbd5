/** `import page from './rule.md?raw'`, as vite spells it, for esbuild. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export function rawTextPlugin() {
  return {
    name: 'raw-text',
    setup(build) {
      build.onResolve({ filter: /\?raw$/ }, (args) => ({ path: path.join(args.resolveDir, args.path.slice(0, -'?raw'.length)), namespace: 'raw' }));
      build.onLoad({ filter: /.*/, namespace: 'raw' }, async (args) => ({ contents: await readFile(args.path, 'utf8'), loader: 'text' }));
    },
  };
}
