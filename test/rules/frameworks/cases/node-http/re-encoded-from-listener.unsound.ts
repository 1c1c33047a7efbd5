import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { parcels } from './parcels';

async function jsonOf(req: IncomingMessage): Promise<{ id: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

createServer(async (req, res) => {
  const delivery = await jsonOf(req);
  const mine = createHmac('sha256', process.env.DEPOT_SECRET!)
    .update(JSON.stringify(delivery)) // want parsed-body-signature "serialised again"
    .digest();
  const theirs = Buffer.from(String(req.headers['x-depot-signature'] ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    res.writeHead(401).end();
    return;
  }
  await parcels.insertOne(delivery);
  res.writeHead(204).end();
}).listen(3000);
