/** Puts what `dist/cli.js` prints into README.md, below the command that it shows. Build first; the house test compares. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = path.join(root, 'README.md');
const before = readFileSync(file, 'utf8');
const after = before.replace(/^(\$ npx webhookproof (.*)\n)[\s\S]*?(?=^```$)/gm, (_, shown, args) => `${shown}${output(args.split(' '))}`);
writeFileSync(file, after);
console.log(before === after ? 'README.md shows what is printed' : 'wrote README.md');

function output(args) {
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), ...args], { cwd: root, encoding: 'utf8' });
  return `${stdout}${stderr}`;
}
