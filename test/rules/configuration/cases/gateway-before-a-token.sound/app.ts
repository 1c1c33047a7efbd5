import express from 'express';
import { timingSafeEqual } from 'node:crypto';
import { db } from './db';

const app = express();

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const token = Buffer.from(req.get('authorization') ?? '');
  const own = Buffer.from(`Bearer ${process.env.INTERNAL_TOKEN}`);
  if (token.length !== own.length || !timingSafeEqual(token, own)) return res.sendStatus(403);
  const event = JSON.parse(req.body.toString('utf8'));
  await db.parcels.update({ tracking: event.tracking }, { status: event.status });
  res.sendStatus(204);
});
