/**
 * Serves a sample's handler by its real framework and delivers to it: what the sender would send, and what a stranger would.
 * Every answer has the status codes of the deliveries, how many of the stranger's were stored, and how many in the end.
 */
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import Stripe from 'stripe';
import { freePort, pause } from '../support/host.mjs';
import { pythonWithFlask, root } from '../support/install.mjs';

const secret = 'whsec_9Q2xWm4tZr7vK1sB8nYd';
/** Under every name a repair may read it from. */
const secrets = {
  GITHUB_WEBHOOK_SECRET: secret,
  STRIPE_WEBHOOK_SECRET: secret,
  STRIPE_SECRET_KEY: 'sk_test_not_a_key',
  STRIPE_API_KEY: 'sk_test_not_a_key',
  WEBHOOK_SECRET: secret,
};

export async function serveExpress(samples, scratch) {
  const stored = path.join(scratch, 'deployments.jsonl');
  const entry = await bundle(path.join(samples, 'express-github/server.ts'), path.join(scratch, 'express.cjs'));
  const push = JSON.stringify({ ref: 'refs/heads/main', after: 'c0ffee', repository: { full_name: 'octo/parcels' } });
  const served = { command: () => [process.execPath, entry], env: { DEPLOYMENTS_FILE: stored }, delivery: github('push', push), stored: () => lines(stored) };
  const withoutSecret = await overHttp({ ...served, env: { ...served.env, GITHUB_WEBHOOK_SECRET: '', WEBHOOK_SECRET: '' } });
  rmSync(stored, { force: true });
  return { ...(await overHttp(served)), leakedWithoutSecret: withoutSecret.leaked };
}

export async function serveFlask(samples, scratch) {
  const stored = path.join(scratch, 'releases.db');
  const release = JSON.stringify({ release: { tag_name: 'v1', body: 'first' }, repository: { full_name: 'octo/parcels' } });
  const count = `import sqlite3,sys;print(sqlite3.connect(sys.argv[1]).execute("select count(*) from releases").fetchone()[0])`;
  const rows = async () => (existsSync(stored) ? Number((await output(pythonWithFlask(), ['-c', count, stored])).trim() || 0) : 0);
  const command = (port) => [pythonWithFlask(), '-m', 'flask', '--app', path.join(samples, 'flask-releases/app.py'), 'run', '--port', String(port)];
  return overHttp({ command, env: { RELEASES_DB: stored }, delivery: github('release', release), stored: rows });
}

/** The route's own code, called with the requests that Next would hand to it. */
export async function serveNext(samples, scratch) {
  const stored = path.join(scratch, 'orders.jsonl');
  Object.assign(process.env, secrets, { ORDERS_FILE: stored });
  const { POST } = createRequire(import.meta.url)(
    await bundle(path.join(samples, 'next-stripe/app/api/webhooks/stripe/route.ts'), path.join(scratch, 'route.cjs')),
  );
  const payload = JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type: 'checkout.session.completed',
    data: { object: { client_reference_id: 'order-1', amount_total: 500 } },
  });
  const stripe = new Stripe('sk_test_not_a_key');
  const header = (key) => stripe.webhooks.generateTestHeaderString({ payload, secret: key });
  const deliver = async (headers) => {
    const request = new Request('http://localhost/api/webhooks/stripe', {
      method: 'POST',
      body: payload,
      headers: { 'content-type': 'application/json', ...headers },
    });
    return (await POST(request)).status;
  };
  const forged = await deliver({ 'stripe-signature': header('whsec_of_somebody_else') });
  const unsigned = await deliver({});
  const leaked = lines(stored);
  const genuine = await deliver({ 'stripe-signature': header(secret) });
  return { genuine, forged, unsigned, leaked, stored: lines(stored) };
}

function github(event, payload) {
  const sign = (key) => `sha256=${createHmac('sha256', key).update(payload).digest('hex')}`;
  const headers = { 'content-type': 'application/json', 'x-github-event': event };
  return { payload, headers, signed: (key) => ({ 'x-hub-signature-256': sign(key) }) };
}

async function overHttp({ command, env, delivery: { payload, headers, signed }, stored }) {
  const port = await freePort();
  const [tool, ...args] = command(port);
  const child = spawn(tool, args, { env: { ...process.env, ...secrets, ...env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk));
  const deliver = async (more) =>
    (await fetch(`http://127.0.0.1:${port}/webhooks/github`, { method: 'POST', body: payload, headers: { ...headers, ...more } })).status;
  try {
    for (let waited = 0; !(await listens(port)); waited += 100) {
      if (waited > 20_000 || child.exitCode !== null) throw new Error(`${tool} does not serve\n${log}`);
      await pause(100);
    }
    const forged = await deliver(signed('the key of somebody else'));
    const unsigned = await deliver({});
    const leaked = await stored();
    const genuine = await deliver(signed(secret));
    return { genuine, forged, unsigned, leaked, stored: await stored(), log };
  } finally {
    child.kill('SIGKILL');
  }
}

async function bundle(entry, outfile) {
  rmSync(outfile, { force: true });
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    logLevel: 'error',
    nodePaths: [path.join(root, 'node_modules')],
  });
  return outfile;
}

async function listens(port) {
  try {
    await fetch(`http://127.0.0.1:${port}/nothing-here`);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

const lines = (file) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).length : 0);

function output(tool, args) {
  return new Promise((resolve) => {
    const child = spawn(tool, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.once('close', () => resolve(text));
  });
}
