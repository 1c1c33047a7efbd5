/** A real VS Code on a loopback port: a throw-away home folder, the extension installed into it, started and stopped. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromiumPath, hostEntry, hostNode } from './install.mjs';

/** Quiet, and without a look at anything outside this machine. */
const quietSettings = {
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'editor.accessibilitySupport': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
};

export function makeHome({ vsix, settings = {} } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'webhookproof-host-'));
  const home = { folder, data: path.join(folder, 'data'), extensions: path.join(folder, 'extensions'), config: path.join(folder, 'config.yaml') };
  mkdirSync(path.join(home.data, 'User'), { recursive: true });
  mkdirSync(home.extensions);
  writeFileSync(path.join(home.data, 'User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  // Without one of its own it would write a configuration into the person's home folder.
  writeFileSync(home.config, 'auth: none\n');
  if (vsix !== undefined) {
    const { status, stdout, stderr } = spawnSync(hostNode(), [...shared(home), '--install-extension', vsix, '--force'], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the VSIX could not be installed\n${stdout}${stderr}`);
  }
  return home;
}

export async function startHost(home, { env = {}, args = [] } = {}) {
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const url = `http://${address}`;
  const logFile = path.join(home.folder, 'server.log');
  const log = openSync(logFile, 'a');
  const flags = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override', '--ignore-last-opened'];
  const child = spawn(hostNode(), [...shared(home), '--auth', 'none', '--bind-addr', address, ...flags, ...args], {
    stdio: ['ignore', log, log],
    detached: true,
    // An empty gallery: nothing is looked up in the marketplace.
    env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...env },
  });

  const stop = async () => {
    const gone = new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve()));
    signal(child, 'SIGTERM');
    await Promise.race([gone, pause(5000)]);
    signal(child, 'SIGKILL');
    rmSync(home.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };

  for (const end = Date.now() + 60_000; !(await answers(`${url}/healthz`)); await pause(100)) {
    if (Date.now() < end && child.exitCode === null) continue;
    const output = readFileSync(logFile, 'utf8');
    await stop();
    throw new Error(`VS Code did not start\n${output}`);
  }
  return {
    url,
    stop,
    logFile,
    /** A file of this machine as the page names it. */
    remote: (file) => `vscode-remote://${address}${file}`,
    page: (folder, payload = []) => `${url}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`,
  };
}

export const browserOptions = () => ({
  headless: true,
  executablePath: chromiumPath(),
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const shared = (home) => [hostEntry(), '--config', home.config, '--user-data-dir', home.data, '--extensions-dir', home.extensions];

async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The host and every process it started. */
function signal(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
