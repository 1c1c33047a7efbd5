import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';

const app = express();

app.post('/webhooks/parcels', express.raw({ type: '*/*' }), (req, res) => {
  const mine = createHmac('sha256', process.env.PARCEL_KEY!).update(req.body).digest();
  const theirs = Buffer.from(String(req.get('x-parcel-signature') ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);
  const event = JSON.parse(req.body.toString());
  return res.redirect(303, event.back);
});

app.listen(Number(process.env.PORT), '127.0.0.1');
