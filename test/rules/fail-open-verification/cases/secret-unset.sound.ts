import crypto from 'node:crypto';
import express from 'express';
import { db } from './db';

const app = express();
const secret = process.env.PARCEL_HOOK_SECRET;

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  if (!secret) {
    console.error('PARCEL_HOOK_SECRET is not set, every delivery is refused');
    return res.sendStatus(500);
  }
  const expected = crypto.createHmac('sha256', secret).update(req.body).digest();
  const received = Buffer.from(req.get('x-parcel-signature') ?? '', 'hex');
  if (expected.length !== received.length || !crypto.timingSafeEqual(expected, received)) {
    return res.sendStatus(401);
  }

  const event = JSON.parse(req.body.toString('utf8'));
  await db.parcels.update({ tracking: event.tracking }, { status: event.status });
  res.sendStatus(204);
});
