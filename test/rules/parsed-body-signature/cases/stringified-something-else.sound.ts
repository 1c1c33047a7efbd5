import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { subscriptions } from './subscriptions';

const app = express();

app.post('/hooks/prices', express.raw({ type: 'application/json' }), async (req, res) => {
  const mine = createHmac('sha256', process.env.PRICE_SECRET!).update(req.body).digest();
  const theirs = Buffer.from(req.get('x-price-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);

  const change = JSON.parse(req.body.toString('utf8'));
  const forwarded = JSON.stringify({ sku: change.sku, cents: change.cents });
  for (const subscription of await subscriptions.find({ sku: change.sku })) {
    const signature = createHmac('sha256', subscription.secret).update(forwarded).digest('hex');
    await fetch(subscription.url, { method: 'POST', body: forwarded, headers: { 'x-price-signature': signature } });
  }
  res.sendStatus(202);
});
