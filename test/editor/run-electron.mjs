/**
 * `node test/editor/run-electron.mjs`: the same Mocha suite in VS Code on the desktop, which @vscode/test-electron fetches.
 * VSCODE_EXECUTABLE names one that is installed already.
 *
 * `--stand-in` runs what can be run anywhere: a small executable in VS Code's place checks that it is started with the
 * right arguments, and that its exit code decides.
 */

import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from '../support/install.mjs';
import { buildSuite } from './build-suite.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'webhookproof-desktop-'));
const workspace = path.join(folder, 'samples');
cpSync(path.join(root, 'test/samples'), workspace, { recursive: true });
const extensionTestsPath = await buildSuite();
const launch = (vscodeExecutablePath, extensionTestsEnv = {}) =>
  runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath,
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
    extensionTestsEnv,
  });

try {
  if (process.argv.includes('--stand-in')) await standIn();
  else process.exitCode = await launch(process.env.VSCODE_EXECUTABLE);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function standIn() {
  const executable = path.join(folder, 'code');
  const record = path.join(folder, 'arguments.json');
  writeFileSync(
    executable,
    `#!${process.execPath}\nrequire('fs').writeFileSync(process.env.RECORD, JSON.stringify(process.argv.slice(2)));process.exit(Number(process.env.END_WITH));\n`,
  );
  chmodSync(executable, 0o755);

  const checks = {
    'a good end is a good end': async () => (await launch(executable, { RECORD: record, END_WITH: '0' })) === 0,
    'the suite, the extension and the folder are handed over': () => {
      const given = JSON.parse(readFileSync(record, 'utf8'));
      return [`--extensionDevelopmentPath=${root}`, `--extensionTestsPath=${extensionTestsPath}`, workspace, '--disable-extensions'].every((each) =>
        given.includes(each),
      );
    },
    'a failed suite fails': async () => {
      const outcome = await launch(executable, { RECORD: record, END_WITH: '1' }).then(
        () => 'resolved',
        (error) => error.code,
      );
      return outcome === 1;
    },
    'the suite is there and can be loaded': () => readFileSync(extensionTestsPath, 'utf8').includes('run'),
  };
  let failed = 0;
  for (const [name, check] of Object.entries(checks)) {
    const ok = await check();
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}`);
    if (!ok) failed += 1;
  }
  console.log(`${Object.keys(checks).length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
