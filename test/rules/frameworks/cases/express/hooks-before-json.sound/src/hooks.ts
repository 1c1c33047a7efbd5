import { Router } from 'express';
import { isGenuine } from './genuine';
import { parcels } from './parcels';

export const hooks = Router();

hooks.post('/parcels', async (req, res) => {
  const signature = req.header('x-depot-signature');
  if (!signature || !isGenuine(req.body, signature, process.env.DEPOT_SECRET!)) return res.status(401).end();
  await parcels.insertOne(JSON.parse(req.body.toString('utf8')));
  return res.status(204).end();
});
