import express from 'express';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { db } from './db';

const app = express();

app.post('/partners/dock/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = createHmac('sha256', process.env.DOCK_SECRET!).update(req.body).digest();
  const sent = Buffer.from(req.get('x-dock-signature') ?? '', 'hex');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);
  const event = JSON.parse(req.body.toString('utf8'));
  await db.parcels.update({ tracking: event.tracking }, { status: event.status });
  res.sendStatus(204);
});
