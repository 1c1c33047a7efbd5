import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { barges } from './barges';

const app = express();

app.post('/hooks/barges', express.raw({ type: '*/*' }), async (req, res) => {
  const expected = createHmac('sha256', String(process.env.BARGE_SECRET)).update(req.body).digest(); // want fail-open-verification "missing value"
  const received = Buffer.from(req.get('x-barge-signature') ?? '', 'hex');
  if (received.length !== expected.length || !timingSafeEqual(expected, received)) return res.sendStatus(401);
  await barges.insertOne(JSON.parse(req.body));
  return res.sendStatus(204);
});
