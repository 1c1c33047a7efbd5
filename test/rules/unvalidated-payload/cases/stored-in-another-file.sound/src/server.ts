import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { keep } from './keep';
import { Parcel } from './shapes';

const app = express();

function genuine(body: Buffer, header: string | undefined): boolean {
  const mine = createHmac('sha256', process.env.PARCEL_SECRET!).update(body).digest();
  const theirs = Buffer.from(header ?? '', 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  if (!genuine(req.body, req.get('x-parcel-signature'))) return res.sendStatus(401);
  const body = JSON.parse(req.body.toString('utf8'));
  await keep(Parcel.parse(body.parcel));
  res.sendStatus(204);
});
