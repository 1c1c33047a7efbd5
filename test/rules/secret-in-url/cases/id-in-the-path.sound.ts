import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { parcels } from './parcels';

const app = express();

app.post('/hooks/depots/:depot/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  if (req.params.depot !== 'north' && req.params.depot !== 'south') return res.sendStatus(404);
  const expected = createHmac('sha256', process.env.PARCEL_SECRET!).update(req.body).digest();
  const signature = Buffer.from(req.get('x-parcel-signature') ?? '', 'hex');
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return res.sendStatus(401);

  await parcels.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
