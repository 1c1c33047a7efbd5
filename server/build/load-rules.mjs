/** The rules of the sources under `root`, for scripts that write what is made from them. */
import { build } from 'esbuild';
import { rawTextPlugin } from './raw-text.mjs';

export async function loadRules(root) {
  const { outputFiles } = await build({
    stdin: { contents: "export { rules } from './server/src/rules/registry.js';", resolveDir: root, sourcefile: 'rules.js' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
    loader: { '.md': 'text' },
    plugins: [rawTextPlugin()],
  });
  const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return module.rules;
}
