import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import getRawBody from 'raw-body';
import { parcels } from './db.js';

const app = express();

app.post('/webhooks/parcels', async (req, res) => {
  const body = await getRawBody(req);
  const mine = createHmac('sha256', process.env.PARCEL_KEY!).update(body).digest();
  const theirs = Buffer.from(String(req.get('x-parcel-signature') ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);
  parcels.upsert(JSON.parse(body.toString()).id);
  return res.sendStatus(204);
});

app.listen(Number(process.env.PORT), '127.0.0.1');
