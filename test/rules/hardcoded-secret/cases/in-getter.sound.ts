import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { parcels } from './parcels';

const settings = {
  get secret() {
    return process.env.PARCEL_SECRET!;
  },
};

const app = express();
app.post('/inbound/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  const expected = createHmac('sha256', settings.secret).update(req.body).digest();
  const received = Buffer.from(req.get('x-parcel-signature') ?? '', 'hex');
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) return res.sendStatus(401);
  await parcels.insertOne(JSON.parse(req.body));
  return res.sendStatus(204);
});
