import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf } from './body-of';
import { isGenuine } from './genuine';
import { parcels } from './parcels';

export async function onRequest(req: IncomingMessage, res: ServerResponse) {
  if (req.url === '/hooks/parcels' && req.method === 'POST') {
    const raw = await bodyOf(req);
    const signature = req.headers['x-depot-signature'];
    if (typeof signature !== 'string' || !isGenuine(raw, signature, process.env.DEPOT_SECRET!)) {
      res.statusCode = 401;
      res.end();
      return;
    }
    await parcels.insertOne(JSON.parse(raw.toString('utf8')));
    res.statusCode = 204;
    res.end();
    return;
  }
  res.statusCode = 404;
  res.end();
}
