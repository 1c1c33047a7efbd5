import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { db } from './db';

const PARCEL_SECRET = 'Yq7-parcel-9fK2-prod'; // want hardcoded-secret "in the source"

const app = express();

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = createHmac('sha256', PARCEL_SECRET).update(req.body).digest();
  const received = Buffer.from(req.get('x-parcel-signature') ?? '', 'hex');
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) {
    return res.sendStatus(401);
  }

  const event = JSON.parse(req.body.toString('utf8'));
  await db.parcels.update({ tracking: event.tracking }, { status: event.status });
  res.sendStatus(204);
});
