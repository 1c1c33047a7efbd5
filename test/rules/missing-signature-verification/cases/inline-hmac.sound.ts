import crypto from 'node:crypto';
import express from 'express';
import { db } from './db';

const app = express();
const secret = process.env.PARCEL_HOOK_SECRET;

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  if (!secret) return res.sendStatus(500);

  const header = req.get('x-parcel-signature');
  if (!header) return res.sendStatus(401);

  const expected = crypto.createHmac('sha256', secret).update(req.body).digest();
  const received = Buffer.from(header, 'hex');
  if (received.length !== expected.length || !crypto.timingSafeEqual(received, expected)) {
    return res.sendStatus(401);
  }

  const { tracking, status } = JSON.parse(req.body.toString('utf8'));
  await db.parcels.update({ tracking }, { status });
  res.sendStatus(204);
});
