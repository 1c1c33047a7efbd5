import { Router } from 'express';
import { parcels } from './parcels';

export const hooks = Router();

hooks.post('/parcels', async (req, res) => {
  await parcels.insertOne(JSON.parse(req.body));
  res.sendStatus(204);
});
