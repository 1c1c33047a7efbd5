/** The language server in Neovim, once for each language. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../support/install.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'webhookproof-nvim-'));
cpSync(path.join(root, 'test/samples'), folder, { recursive: true });
const files = [
  { file: 'next-stripe/app/api/webhooks/stripe/route.ts', filetype: 'typescript', rule: 'missing-signature-verification' },
  { file: 'flask-releases/app.py', filetype: 'python', rule: 'missing-signature-verification' },
];

let passed = 0;
let failed = 0;
for (const { file, filetype, rule } of files) {
  console.log(file);
  const { status, stdout, stderr } = spawnSync(
    'nvim',
    ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${path.join(root, 'test/editor/smoke.lua')}`],
    {
      encoding: 'utf8',
      timeout: 60_000,
      env: {
        ...process.env,
        WEBHOOKPROOF_NODE: process.execPath,
        WEBHOOKPROOF_COMMAND: path.join(root, 'dist/cli.js'),
        WEBHOOKPROOF_ROOT: folder,
        WEBHOOKPROOF_FILE: path.join(folder, file),
        WEBHOOKPROOF_FILETYPE: filetype,
        WEBHOOKPROOF_RULE: rule,
      },
    },
  );
  console.log(stdout.replace(/^\d+ passed, \d+ failed$/m, '').trimEnd());
  const counted = /^(\d+) passed, (\d+) failed$/m.exec(stdout);
  passed += Number(counted?.[1] ?? 0);
  failed += counted === null || status !== 0 ? Math.max(1, Number(counted?.[2] ?? 0)) : 0;
  if (status !== 0) console.log(stderr);
}
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
