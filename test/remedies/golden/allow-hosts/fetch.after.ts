import express from 'express';
import { Webhook } from 'standardwebhooks';
import { request as requestOverTls } from 'node:https';
import { lookup as resolveHost } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import { parcels } from './parcels';

const app = express();

app.post('/webhooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  const event = new Webhook(process.env.PARCEL_KEY!).verify(req.body, req.headers as Record<string, string>) as { id: string; label_url: string };
  if (!allowedUrl(event.label_url)) {
    return res.status(422).send('address not allowed');
  }
  const label = await fetchAllowed(event.label_url);
  await parcels.keep(event.id, await label.arrayBuffer());
  return res.sendStatus(204);
});

async function fetchAllowed(address: unknown, init?: RequestInit): Promise<Response> {
  const url = allowedUrl(address);
  if (url === null) throw new Error('this address is not allowed');
  const asked = new Request(url, init);
  const body = Buffer.from(await asked.arrayBuffer());
  const headers = { ...Object.fromEntries(asked.headers), 'accept-encoding': 'identity' };
  const signal = AbortSignal.timeout(10_000);
  // Not over a connection that others have opened, whose address nobody looked at.
  const options = { method: asked.method, headers, signal, lookup: publicLookup, agent: false };
  return new Promise((resolve, reject) => {
    const sending = requestOverTls(url, options, (answer) => {
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on('error', reject);
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > 1024 * 1024) answer.destroy(new Error('the answer is too large'));
        else chunks.push(chunk);
      });
      answer.on('end', () => {
        const status = answer.statusCode ?? 500;
        if (status >= 300 && status < 400) return reject(new Error('redirects are not followed'));
        const type = answer.headers['content-type'] ?? 'application/octet-stream';
        return resolve(new Response(status === 204 ? null : Buffer.concat(chunks), { status, headers: { 'content-type': type } }));
      });
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

function allowedUrl(address: unknown): URL | null {
  const hosts = ['api.example.com'];
  const url = URL.canParse(String(address)) ? new URL(String(address)) : null;
  const isListed = hosts.some((host) => (host.startsWith('.') ? url?.hostname.endsWith(host) : url?.hostname === host));
  const isPlain = url?.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return isPlain && isListed ? url : null;
}

function publicLookup(
  host: string,
  options: { all?: boolean },
  done: (error: Error | null, address: string | { address: string; family: number }[], family?: number) => void,
): void {
  resolveHost(host, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublic(address))) return done(new Error('this host is not public'), []);
    return options.all ? done(null, addresses) : done(null, first.address, first.family);
  });
}

function isPublic(address: string): boolean {
  const closed = new BlockList();
  for (const net of ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12']) {
    closed.addSubnet(net.split('/')[0]!, Number(net.split('/')[1]), 'ipv4');
  }
  for (const net of ['192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/3']) {
    closed.addSubnet(net.split('/')[0]!, Number(net.split('/')[1]), 'ipv4');
  }
  if (isIP(address) === 4) return !closed.check(address);
  // Of the rest only what is routed in the whole Internet, and no address of another protocol within.
  const routed = new BlockList();
  routed.addSubnet('2000::', 3, 'ipv6');
  closed.addSubnet('2001::', 23, 'ipv6');
  closed.addSubnet('2002::', 16, 'ipv6');
  return isIP(address) === 6 && routed.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}
