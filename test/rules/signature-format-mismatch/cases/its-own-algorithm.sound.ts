import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { payouts } from './payouts';

const app = express();

app.post('/inbox/payouts', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = Buffer.from(createHmac('sha512', process.env.PAYOUT_SECRET!).update(req.body).digest('hex'));
  const sent = Buffer.from(req.get('x-paystack-signature') ?? '');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);

  await payouts.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
