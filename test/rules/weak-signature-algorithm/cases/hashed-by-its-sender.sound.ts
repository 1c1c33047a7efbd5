import { createHash, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { subscriptions } from './subscriptions';

const app = express();

app.post('/inbox/subscriptions', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = Buffer.from(createHash('sha256').update(process.env.RECHARGE_SECRET + req.body.toString('utf8')).digest('hex'));
  const sent = Buffer.from(req.get('x-recharge-hmac-sha256') ?? '');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);

  await subscriptions.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
