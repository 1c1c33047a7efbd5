import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { parcels } from './parcels';

createServer(async (req, res) => {
  if (req.url !== '/webhooks/parcels') return res.writeHead(404).end();
  const rawBody = await readBody(req.iterator({ destroyOnReturn: false }));
  if (rawBody === null) {
    res.writeHead(413).end('payload too large');
    return;
  }
  const event = new Webhook(process.env.PARCEL_KEY!).verify(rawBody.toString('utf8'), req.headers as Record<string, string>);
  await parcels.upsert(event);
  res.writeHead(204).end();
}).listen(8080);

async function readBody(stream: AsyncIterable<Uint8Array>): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size = size + chunk.length;
    if (size > 1000000) {
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
