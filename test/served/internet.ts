/**
 * An Internet of one host for handlers that are served: what it resolves to is written in a file, and a connection that is let through
 * ends at a server of the test's. Nothing leaves the machine.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createPlain, type IncomingMessage, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const HOST = 'api.example.com';
const PUBLIC = '93.184.216.34';

export interface Internet {
  /** For the handler's process. */
  readonly env: Readonly<Record<string, string>>;
  /** Stands on loopback without TLS, as services of one's own network do. */
  readonly inside: number;
  resolves(address?: string): void;
  /** What was asked, since the last call: inside, and at the host. */
  asked(): { readonly inside: number; readonly host: readonly string[] };
  stop(): Promise<void>;
}

/** Undefined where no certificate can be made. */
export async function internet(): Promise<Internet | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'webhookproof-internet-'));
  const [key, cert, resolved] = [join(folder, 'key.pem'), join(folder, 'cert.pem'), join(folder, 'resolved.txt')];
  const subject = ['-subj', `/CN=${HOST}`, '-addext', `subjectAltName=DNS:${HOST}`];
  const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...subject]);
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  let inside = 0;
  let host: string[] = [];
  const own = createPlain((_, res) => {
    inside += 1;
    res.end('metadata');
  });
  const far = createSecure({ key: readFileSync(key), cert: readFileSync(cert) }, (req: IncomingMessage, res) => {
    host.push(`${req.method} ${req.headers.host}${req.url} ${req.headers['x-parcel'] ?? ''}`);
    req.resume();
    if (req.url === '/redirect') return res.writeHead(302, { location: `http://127.0.0.1:${portOf(own)}/` }).end();
    if (req.url !== '/endless') return res.end('fine');
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const pour = (): void => {
      while (!res.destroyed && res.write(chunk));
    };
    res.on('drain', pour);
    pour();
  });
  await Promise.all([own, far].map((server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done))));
  const resolves = (address = PUBLIC): void => writeFileSync(resolved, address);
  resolves();
  return {
    env: { RESOLVES: resolved, FAR: String(portOf(far)), NODE_EXTRA_CA_CERTS: cert, CA: cert, NODE_OPTIONS: '--import ./internet.js', PYTHONPATH: '.' },
    inside: portOf(own),
    resolves,
    asked() {
      const all = { inside, host };
      inside = 0;
      host = [];
      return all;
    },
    async stop() {
      await Promise.all(
        [own, far].map((server) => {
          server.closeAllConnections();
          return new Promise((done) => server.close(done));
        }),
      );
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Loaded in front of the handler: names resolve to what the file says, and what is dialled over TLS is the test's server. */
export const wiring: Readonly<Record<string, string>> = {
  'internet.js': `import dns from 'node:dns';
import { readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import tls from 'node:tls';
const resolve = dns.lookup;
dns.lookup = (host, options, done) => {
  if (host !== '${HOST}') return resolve(host, options, done);
  const address = readFileSync(process.env.RESOLVES, 'utf8');
  const family = address.includes(':') ? 6 : 4;
  process.nextTick(() => (options.all ? done(null, [{ address, family }]) : done(null, address, family)));
};
const connect = tls.connect;
tls.connect = (options, ...rest) => {
  const lookup = (host, asked, done) =>
    (options.lookup ?? dns.lookup)(host, asked, (error) => (error ? done(error) : asked.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4)));
  return connect({ ...options, port: Number(process.env.FAR), lookup }, ...rest);
};
syncBuiltinESMExports();
`,
  'sitecustomize.py': `import os
import socket

import certifi

certifi.where = lambda: os.environ["CA"]
resolve = socket.getaddrinfo
dial = socket.socket.connect


def getaddrinfo(host, port, *rest, **more):
    if host != "${HOST}":
        return resolve(host, port, *rest, **more)
    address = open(os.environ["RESOLVES"]).read()
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return [(family, socket.SOCK_STREAM, 6, "", (address, port))]


def connect(self, address):
    return dial(self, ("127.0.0.1", int(os.environ["FAR"])) if address[1] == 443 else address)


socket.getaddrinfo = getaddrinfo
socket.socket.connect = connect
`,
};
