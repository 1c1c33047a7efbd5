import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { trays } from './trays';

const app = express();
app.use(express.raw({ type: '*/*' }));

app.use((req, res, next) => {
  if (['GET', 'HEAD', 'POST'].includes(req.method)) return next();  // want fail-open-verification "on a path around the check"
  const mine = createHmac('sha256', process.env.OVEN_KEY!).update(req.body).digest();
  const theirs = Buffer.from(req.get('x-oven-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.status(401).end();
  next();
});

app.all('/hooks/trays', async (req, res) => {
  if (req.method === 'GET') return res.send('listening');
  await trays.insertOne({ bread: JSON.parse(req.body).bread });
  res.status(204).end();
});
