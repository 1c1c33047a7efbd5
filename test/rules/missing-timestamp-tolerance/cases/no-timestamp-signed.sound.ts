import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { parcels } from './parcels';

const app = express();

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = Buffer.from(createHmac('sha256', process.env.PARCEL_SECRET!).update(req.body).digest('hex'));
  const sent = Buffer.from(req.get('x-parcel-signature') ?? '');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);

  await parcels.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
