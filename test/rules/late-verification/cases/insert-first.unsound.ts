import crypto from 'node:crypto';
import express from 'express';
import { db } from './db';

const app = express();
const secret = process.env.PARCEL_HOOK_SECRET!;

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = JSON.parse(req.body.toString('utf8'));
  await db.parcels.insert({ tracking: event.tracking, status: event.status }); // want late-verification "before the signature"

  const expected = crypto.createHmac('sha256', secret).update(req.body).digest();
  const received = Buffer.from(req.get('x-parcel-signature') ?? '', 'hex');
  if (expected.length !== received.length || !crypto.timingSafeEqual(expected, received)) {
    return res.sendStatus(401);
  }
  res.sendStatus(204);
});
