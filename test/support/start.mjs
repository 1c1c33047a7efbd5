/**
 * `npm start`: from a fresh clone to findings on the screen. Installs and builds what is missing, scans the samples in this
 * terminal, and opens them in a real VS Code in the browser, with the packaged extension installed.
 *
 * `npm start -- PATH` takes another folder; it is opened where it is. Ctrl+C stops everything and removes what was made.
 * Uses Node's own modules only until the packages are there.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeHome, startHost } from './host.mjs';
import { packages, root, vscodeHost } from './install.mjs';

/** The samples' packages are not installed, and the editor's own complaints about that would hide ours. */
const samplesSettings = { 'typescript.validate.enable': false, 'javascript.validate.enable': false };

const [given] = process.argv.slice(2);
const chosen = given === undefined ? undefined : path.resolve(process.env.INIT_CWD ?? process.cwd(), given);
if (chosen !== undefined && !existsSync(chosen)) end(2, `${chosen} does not exist`);

const scratch = mkdtempSync(path.join(tmpdir(), 'webhookproof-start-'));
let host;
let home;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void cleanUp().then(() => process.exit(0)));

try {
  await start();
} catch (error) {
  await cleanUp();
  end(1, error.message);
}

async function start() {
  needed(packages());
  console.log('building and packaging');
  run(process.execPath, ['server/build/package.mjs', '--out', scratch]);

  const folder = chosen ?? copyOfSamples();
  console.log(`\nwebhookproof scan ${chosen ?? 'test/samples'}\n`);
  spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'scan', '.', '--fail-on', 'never'], {
    cwd: statSync(folder).isDirectory() ? folder : path.dirname(folder),
    stdio: 'inherit',
  });

  needed(vscodeHost());
  home = makeHome({
    vsix: path.join(
      scratch,
      readdirSync(scratch).find((file) => file.endsWith('.vsix')),
    ),
    settings: chosen === undefined ? samplesSettings : {},
  });
  host = await startHost(home);
  const isFile = statSync(folder).isFile();
  const openFile = isFile ? folder : chosen === undefined ? path.join(folder, 'express-github/server.ts') : firstWithFindings(folder);
  const url = host.page(isFile ? path.dirname(folder) : folder, openFile === undefined ? [] : [['openFile', host.remote(openFile)]]);
  console.log(`\nVS Code with the extension is at\n\n  ${url}\n\nCtrl+C stops it.`);
  // The child keeps running; so do we, until a signal comes.
  setInterval(() => undefined, 1 << 30);
}

/** The file that the scan's first finding stands in; undefined without one. */
function firstWithFindings(folder) {
  const { stdout } = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'scan', '.', '--fail-on', 'never', '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  try {
    const [first] = JSON.parse(stdout).findings;
    return first === undefined ? undefined : path.join(folder, first.path);
  } catch {
    return undefined;
  }
}

function copyOfSamples() {
  const copy = path.join(scratch, 'samples');
  cpSync(path.join(root, 'test/samples'), copy, { recursive: true });
  return copy;
}

function needed(reason) {
  if (reason !== undefined) throw new Error(reason);
}

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args[0]} failed\n${stdout}${stderr}`);
}

async function cleanUp() {
  await host?.stop();
  if (home !== undefined) rmSync(home.folder, { recursive: true, force: true });
  rmSync(scratch, { recursive: true, force: true });
}

function end(code, message) {
  console.error(message);
  process.exit(code);
}
