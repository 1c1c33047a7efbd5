/** `node test/editor/run-suite.mjs [FILE.vsix]`: Mocha inside a real VS Code, against this folder or against the packaged extension. */

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { browserOptions, makeHome, pause, startHost } from '../support/host.mjs';
import { root } from '../support/install.mjs';
import { buildSuite } from './build-suite.mjs';

const limit = 240_000;
const vsix = process.argv[2] && path.resolve(process.argv[2]);
// The samples' packages are not installed; with TypeScript's own complaints about that come quick fixes of its own.
const home = makeHome({ vsix, settings: { 'typescript.validate.enable': false, 'javascript.validate.enable': false } });
const workspace = path.join(home.folder, 'samples');
cpSync(path.join(root, 'test/samples'), workspace, { recursive: true });
const resultFile = path.join(home.folder, 'mocha.json');
const suite = await buildSuite();

// The page honours the two development keys only when the smoke test driver is on.
const host = await startHost(home, { env: { WEBHOOKPROOF_TEST_RESULT: resultFile }, args: ['--vscode-option', 'enable-smoke-test-driver'] });
const browser = await chromium.launch(browserOptions());
const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
let exit;
const exited = new Promise((resolve) => {
  exit = resolve;
});
const said = [];
await page.exposeFunction('codeAutomationLog', (type, args) => {
  if (type === 'error') said.push(args.join(' '));
});
await page.exposeFunction('codeAutomationExit', (code) => exit(code));
await page.goto(
  host.page(workspace, [
    ['extensionDevelopmentPath', host.remote(vsix === undefined ? root : emptyExtension())],
    ['extensionTestsPath', host.remote(suite)],
  ]),
);
const code = await Promise.race([exited, pause(limit).then(() => 'over its time limit')]);

const result = read();
if (code !== 0) {
  mkdirSync(path.join(root, 'dist/test'), { recursive: true });
  await page.screenshot({ path: path.join(root, 'dist/test/suite-failed.png') });
  if (result === undefined)
    console.log(
      readFileSync(host.logFile, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('['))
        .join('\n'),
    );
}
await browser.close();
await host.stop();

for (const { fullTitle, err } of result?.tests ?? []) console.log(err?.message ? `FAIL ${fullTitle}\n     ${err.stack}` : `ok   ${fullTitle}`);
const passed = result?.stats.passes ?? 0;
const failed = (result?.stats.failures ?? 1) + (result?.stats.pending ?? 0);
if (code !== 0) console.log(`${said.map((each) => each.split('\n', 3).join('\n')).join('\n')}\nthe editor ended with ${code}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(code === 0 && failed === 0 && passed > 0 ? 0 : 1);

/** A page in test mode wants a folder under development; the one under test is installed. */
function emptyExtension() {
  const folder = path.join(home.folder, 'empty-extension');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'empty', publisher: 'test', version: '0.0.1', engines: { vscode: '^1.91.0' } }));
  return folder;
}

function read() {
  try {
    return JSON.parse(readFileSync(resultFile, 'utf8'));
  } catch (error) {
    console.log(`the suite left no result: ${error.message}`);
    return undefined;
  }
}
