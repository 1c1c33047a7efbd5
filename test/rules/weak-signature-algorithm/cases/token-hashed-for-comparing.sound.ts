import { createHash, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { parcels } from './parcels';

const app = express();

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  if (!timingSafeEqual(digest(req.get('x-parcel-token') ?? ''), digest(process.env.PARCEL_TOKEN!))) return res.sendStatus(401);

  await parcels.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
