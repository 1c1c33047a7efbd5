import { timingSafeEqual } from 'node:crypto';
import express from 'express';
import { digestOf } from './digest';
import { orders } from './store';

export const router = express.Router();

router.post('/inbox/orders', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = Buffer.from(digestOf(req.body));
  const sent = Buffer.from(req.get('x-shopify-hmac-sha256') ?? '');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);

  await orders.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
