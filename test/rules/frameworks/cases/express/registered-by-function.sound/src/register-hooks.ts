import type { Express, RequestHandler } from 'express';
import { parcels } from './parcels';
import { signed } from './signed';

export function registerHooks(app: Express, extra: RequestHandler[]) {
  app.post('/hooks/parcels', ...extra, signed, async (req, res) => {
    await parcels.insertOne(JSON.parse(req.body));
    res.sendStatus(204);
  });
}
