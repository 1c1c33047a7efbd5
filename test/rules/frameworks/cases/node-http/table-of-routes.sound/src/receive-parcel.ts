import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { isGenuine } from './genuine';
import { parcels } from './parcels';

export async function receiveParcel(req: IncomingMessage, res: ServerResponse) {
  const raw = await buffer(req);
  if (!isGenuine(raw, String(req.headers['x-depot-signature'] ?? ''), process.env.DEPOT_SECRET!)) {
    res.writeHead(401).end();
    return;
  }
  await parcels.insertOne(JSON.parse(raw.toString('utf8')));
  res.writeHead(204).end();
}
