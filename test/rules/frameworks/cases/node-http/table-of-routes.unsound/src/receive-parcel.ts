import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { parcels } from './parcels';

export async function receiveParcel(req: IncomingMessage, res: ServerResponse) {
  const delivery = (await json(req)) as { id: string };
  await parcels.insertOne({ id: delivery.id });
  res.writeHead(204).end();
}
