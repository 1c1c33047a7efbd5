import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { parcels } from './db.js';

createServer(async (req, res) => {
  if (req.url !== '/webhooks/parcels') return res.writeHead(404).end();
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const mine = createHmac('sha256', process.env.PARCEL_KEY!).update(body).digest();
  const theirs = Buffer.from(String(req.headers['x-parcel-signature'] ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.writeHead(401).end();
  parcels.upsert(JSON.parse(body.toString()).id);
  res.writeHead(204).end();
}).listen(Number(process.env.PORT), '127.0.0.1');
