import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf } from './body-of';
import { parcels } from './parcels';

export async function onRequest(req: IncomingMessage, res: ServerResponse) {
  if (req.url === '/hooks/parcels' && req.method === 'POST') {
    const raw = await bodyOf(req);
    await parcels.insertOne(JSON.parse(raw));
    res.statusCode = 204;
    res.end();
    return;
  }
  res.statusCode = 404;
  res.end();
}
