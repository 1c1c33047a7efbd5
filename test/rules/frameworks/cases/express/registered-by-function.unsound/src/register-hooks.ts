import type { Express } from 'express';
import { parcels } from './parcels';

export function registerHooks(app: Express) {
  app.post('/hooks/parcels', async (req, res) => { // want missing-signature-verification "no signature"
    await parcels.insertOne(req.body);
    res.sendStatus(204);
  });
}
