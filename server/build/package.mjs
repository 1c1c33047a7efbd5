/**
 * `npm run package`: webhookproof-<version>.vsix for editors and webhookproof-<version>.tgz for npm, from one allow-list.
 * Neither needs anything at run time beyond Node or the editor. `--out FOLDER` puts them elsewhere.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Bytes, zipped. */
const limit = 3_500_000;

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const out = path.resolve(root, values.out ?? '.');
mkdirSync(out, { recursive: true });
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

run(process.execPath, ['server/build/build.mjs', '--clean']);
const vsix = path.join(out, `${name}-${version}.vsix`);
// Our own bundles carry what they need; vsce would otherwise look for production dependencies.
run(process.execPath, [
  'node_modules/@vscode/vsce/vsce',
  'package',
  '--no-dependencies',
  '--skip-license',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  vsix,
]);
run('npm', ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', out]);

for (const file of [vsix, path.join(out, `${name}-${version}.tgz`)]) {
  const { size } = statSync(file);
  console.log(`${path.relative(process.cwd(), file)}  ${(size / 1e6).toFixed(2)} MB`);
  if (size > limit) {
    console.error(`larger than ${limit / 1e6} MB`);
    process.exitCode = 1;
  }
}

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' && command === 'npm' });
  if (status === 0) return;
  console.error(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
  process.exit(1);
}
