import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { lamps } from './lamps';
import { settings } from './settings';

const app = express();

app.post('/inbox/lamps', express.raw({ type: '*/*' }), async (req, res) => {
  if (!settings.lampSecret) return res.sendStatus(500);
  const mine = createHmac('sha256', settings.lampSecret).update(req.body).digest();
  const theirs = Buffer.from(req.get('x-lamp-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);
  await lamps.insertOne(JSON.parse(req.body));
  return res.sendStatus(204);
});
