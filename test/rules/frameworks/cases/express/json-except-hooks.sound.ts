import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { parcels } from './parcels';

const app = express();
app.use((req, res, next) => {
  if (req.originalUrl.startsWith('/hooks/')) next();
  else express.json()(req, res, next);
});

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const signature = req.get('x-depot-signature');
  if (!signature) return res.sendStatus(401);
  const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(req.body).digest();
  const theirs = Buffer.from(signature, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);
  await parcels.insertOne(JSON.parse(req.body));
  res.sendStatus(204);
});
