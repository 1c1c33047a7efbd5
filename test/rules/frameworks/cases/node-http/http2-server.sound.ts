import { createHmac, timingSafeEqual } from 'node:crypto';
import http2 from 'node:http2';
import { readFileSync } from 'node:fs';
import { parcels } from './parcels';

const server = http2.createSecureServer({ key: readFileSync('key.pem'), cert: readFileSync('cert.pem') }, async (req, res) => {
  if (req.url !== '/hooks/parcels') return res.writeHead(404).end();
  let body = '';
  for await (const chunk of req) body += chunk;
  const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(body).digest();
  const theirs = Buffer.from(String(req.headers['x-depot-signature'] ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.writeHead(401).end();
  await parcels.insertOne(JSON.parse(body));
  res.writeHead(204).end();
});
server.listen(3000);
