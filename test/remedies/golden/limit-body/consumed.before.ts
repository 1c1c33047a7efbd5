import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { parcels } from './parcels';

createServer(async (req, res) => {
  if (req.url !== '/webhooks/parcels') return res.writeHead(404).end();
  const event = new Webhook(process.env.PARCEL_KEY!).verify(await text(req), req.headers as Record<string, string>);
  await parcels.upsert(event);
  res.writeHead(204).end();
}).listen(8080);
