import { createHmac, timingSafeEqual } from 'node:crypto';
import bodyParser from 'body-parser';
import express from 'express';
import { winches } from './winches';

const app = express();
app.use('/api/payments', bodyParser.raw({ type: 'application/json', limit: '256kb' }));
app.use(bodyParser.json());

app.post('/api/hooks/winches', async (req, res) => {
  const mine = createHmac('sha256', process.env.WINCH_SECRET!)
    .update(req.body) // want parsed-body-signature "already parsed"
    .digest();
  const theirs = Buffer.from(String(req.headers['x-winch-signature']), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.status(401).end();
  await winches.insertOne({ id: req.body.id });
  return res.status(204).end();
});
