import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { parcels } from './parcels';

const app = express();

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const header = req.headers['x-parcel-signature'] ?? req.headers['X-Parcel-Signature'];
  const sent = Buffer.from(String(header ?? ''), 'hex');
  const expected = createHmac('sha256', process.env.PARCEL_SECRET!).update(req.body).digest();
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);

  await parcels.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
