import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { parcels } from './db.js';

createServer((req, res) => {
  if (req.method !== 'POST') return res.writeHead(404).end();
  let body = '';
  req.on('data', (chunk) => (body += chunk));
  req.on('end', () => {
    const mine = createHmac('sha256', process.env.PARCEL_KEY).update(body).digest();
    const theirs = Buffer.from(String(req.headers['x-parcel-signature'] ?? ''), 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.writeHead(401).end();
    parcels.upsert(JSON.parse(body).id);
    res.writeHead(204).end();
  });
}).listen(process.env.PORT, '127.0.0.1');
