import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { parcels } from './parcels';

const app = express();

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const same = (left: string, right: string): boolean => left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
  if (!same(createHash('sha256').update(req.body).digest('hex'), req.get('x-parcel-digest') ?? '')) return res.sendStatus(400);
  if (!same(createHmac('sha256', process.env.PARCEL_SECRET!).update(req.body).digest('hex'), req.get('x-parcel-signature') ?? '')) return res.sendStatus(401);

  await parcels.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
