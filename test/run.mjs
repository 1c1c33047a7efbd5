/**
 * `npm test`: every suite, each with a time limit, and one closing line. Installs what is missing first.
 *
 * `npm test -- unit browser` runs the named suites only. What a machine cannot install is skipped with its reason; in CI
 * (CI=true) that counts as failed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as install from './support/install.mjs';

const { root } = install;
const inCi = process.env.CI === 'true' || process.env.CI === '1';
const scratch = mkdtempSync(path.join(tmpdir(), 'webhookproof-test-'));
const vsix = path.join(scratch, 'webhookproof.vsix');
const script = (file, ...args) => ['node', file, ...args];

/** A suite ends with a line `N passed, N failed` and a true exit code. */
const suites = [
  { name: 'build', minutes: 3, command: script('server/build/build.mjs') },
  { name: 'check', minutes: 5, command: script('server/build/check.mjs') },
  { name: 'unit', minutes: 20, needs: [install.flask], command: script('test/support/vitest.mjs', '--exclude', 'test/lsp/**') },
  { name: 'protocol', minutes: 5, command: script('test/support/vitest.mjs', 'test/lsp') },
  { name: 'speed', minutes: 8, command: script('test/bench/gate.mjs') },
  { name: 'package', minutes: 5, command: script('test/support/package-check.mjs', vsix) },
  { name: 'editor, from the folder', minutes: 5, needs: [install.chromium, install.vscodeHost], command: script('test/editor/run-suite.mjs') },
  { name: 'editor, from the VSIX', minutes: 5, needs: [install.chromium, install.vscodeHost], command: script('test/editor/run-suite.mjs', vsix) },
  { name: 'browser', minutes: 10, needs: [install.chromium, install.vscodeHost, install.flask], command: script('test/editor/run-browser.mjs', vsix) },
  { name: 'npm start', minutes: 6, needs: [install.vscodeHost], command: script('test/support/start-check.mjs') },
  { name: 'neovim', minutes: 2, needs: [install.neovim], command: script('test/editor/run-neovim.mjs') },
  { name: 'desktop launcher', minutes: 2, command: script('test/editor/run-electron.mjs', '--stand-in') },
];

const wanted = process.argv.slice(2);
const missing = install.packages();
if (missing !== undefined) {
  console.log(missing);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const results = [];
for (const suite of suites) {
  if (wanted.length > 0 && !isNeeded(suite)) continue;
  results.push(await runSuite(suite));
}
rmSync(scratch, { recursive: true, force: true });

console.log('');
for (const { name, passed, failed, skipped, seconds } of results) {
  const outcome = skipped === undefined ? `${passed} passed, ${failed} failed` : `skipped, because ${skipped}`;
  console.log(`${name.padEnd(24)} ${outcome}${seconds === undefined ? '' : ` (${seconds.toFixed(0)} s)`}`);
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 && total('passed') > 0 ? 0 : 1;

/** What is asked for by name, and what that builds on. */
function isNeeded({ name }) {
  const asked = suites.filter((suite) => wanted.some((prefix) => suite.name.startsWith(prefix)));
  return name === 'build' || asked.some((suite) => suite.name === name || (name === 'package' && suite.command.includes(vsix)));
}

async function runSuite({ name, minutes, needs = [], command }) {
  console.log(`\n== ${name}`);
  const absent = needs.map((need) => need()).find((reason) => reason !== undefined);
  if (absent !== undefined) return { name, passed: 0, failed: inCi ? 1 : 0, skipped: absent };

  const started = Date.now();
  const { code, output } = await run(command, minutes * 60_000);
  const closing = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  const passed = Number(closing?.[1] ?? (code === 0 ? 1 : 0));
  // A suite that ended badly has failed, whatever it counted.
  const failed = Math.max(Number(closing?.[2] ?? 0), code === 0 ? 0 : 1);
  return { name, passed, failed, seconds: (Date.now() - started) / 1000 };
}

function run([tool, ...args], limit) {
  return new Promise((resolve) => {
    const child = spawn(tool === 'node' ? process.execPath : tool, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    let output = '';
    const take = (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const timer = setTimeout(() => {
      console.log(`\nstopped: over its limit of ${limit / 60_000} minutes`);
      endGroup(child.pid);
    }, limit);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    });
  });
}

/** The suite and everything it started. */
function endGroup(pid) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
