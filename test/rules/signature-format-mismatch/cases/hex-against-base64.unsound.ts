import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { orders } from './orders';

const app = express();

app.post('/inbox/orders', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = Buffer.from(createHmac('sha256', process.env.SHOP_SECRET!).update(req.body).digest('hex'));
  const sent = Buffer.from(req.get('X-Shopify-Hmac-Sha256') ?? '');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);  // want signature-format-mismatch "carries base64"

  await orders.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
