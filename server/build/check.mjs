/** `npm run check`: types of the three projects, format and lint, dead code. All three are run, whatever the first one says. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const checks = [
  { name: 'lock file', command: ['node', 'server/build/complete-lock.mjs', '--check'] },
  { name: 'settings', command: ['node', 'server/build/manifest.mjs', '--check'] },
  { name: 'configuration schema', command: ['node', 'server/build/configuration-schema.mjs', '--check'] },
  { name: 'provider lists', command: ['node', 'server/src/knowledge/data/generate.mjs', '--check'] },
  { name: 'snippets', command: ['node', 'server/build/snippets.mjs', '--check'] },
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '--max-diagnostics=50', '.'] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
];

let failed = 0;
for (const { name, command } of checks) {
  const [tool, ...args] = command;
  const { status } = spawnSync(tool === 'node' ? process.execPath : path.join(root, 'node_modules/.bin', tool), args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name}`);
  if (status !== 0) failed += 1;
}
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
