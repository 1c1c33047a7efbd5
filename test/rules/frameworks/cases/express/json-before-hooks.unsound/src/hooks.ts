import { Router } from 'express';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parcels } from './parcels';

export const hooks = Router();

hooks.post('/parcels', async (req, res) => {
  const signature = req.header('x-depot-signature');
  if (!signature) return res.status(401).end();
  const mine = createHmac('sha256', process.env.DEPOT_SECRET!)
    .update(req.body) // want parsed-body-signature "already parsed"
    .digest();
  const theirs = Buffer.from(signature, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.status(401).end();
  await parcels.insertOne(JSON.parse(req.body.toString('utf8')));
  return res.status(204).end();
});
