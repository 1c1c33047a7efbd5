import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { db } from './db';

const SECRET_NAME = 'PARCEL_HOOK_SECRET';
const SIGNATURE_HEADER = 'x-parcel-signature';
const PREFIX = 'sha256=';
const PARCEL_SECRET = process.env[SECRET_NAME];

const app = express();

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  if (!PARCEL_SECRET) return res.status(500).send(`${SECRET_NAME} is not set`);
  const expected = PREFIX + createHmac('sha256', PARCEL_SECRET).update(req.body).digest('hex');
  const received = req.get(SIGNATURE_HEADER) ?? '';
  if (expected.length !== received.length || !timingSafeEqual(Buffer.from(expected), Buffer.from(received))) {
    return res.sendStatus(401);
  }

  const event = JSON.parse(req.body.toString('utf8'));
  await db.parcels.update({ tracking: event.tracking }, { status: event.status });
  res.sendStatus(204);
});
