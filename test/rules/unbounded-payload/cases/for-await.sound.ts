import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { crates } from './crates';

createServer(async (req, res) => {
  if (req.url !== '/hooks/crates') return res.writeHead(404).end();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (size > 200_000) return res.writeHead(413).end();
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const mine = createHmac('sha256', process.env.CRATE_KEY!).update(body).digest();
  const theirs = Buffer.from(String(req.headers['x-crate-signature'] ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.writeHead(401).end();
  await crates.upsert(JSON.parse(body.toString()));
  res.writeHead(204).end();
}).listen(8080);
