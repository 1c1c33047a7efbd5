import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { db } from './db';

const app = express();
app.use(express.json());

app.post('/hooks/parcels', async (req, res) => {
  const expected = createHmac('sha256', process.env.PARCEL_HOOK_SECRET!)
    .update(JSON.stringify(req.body)) // want parsed-body-signature "serialised again"
    .digest();
  const received = Buffer.from(req.get('x-parcel-signature') ?? '', 'hex');
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) {
    return res.sendStatus(401);
  }

  await db.parcels.update({ tracking: req.body.tracking }, { status: req.body.status });
  res.sendStatus(204);
});
