import { isGenuine } from '@depot/signing';
import express from 'express';
import { parcels } from './parcels';

export const hooks = express.Router();

hooks.post('/hooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  if (!isGenuine(req.body, req.get('x-depot-signature'), process.env.DEPOT_SECRET!)) return res.sendStatus(401);
  await parcels.insertOne(JSON.parse(req.body));
  return res.sendStatus(204);
});
