import express from 'express';
import { Redis } from 'ioredis';
import { accounts } from './accounts';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const redis = new Redis(process.env.REDIS_URL!);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const isFirst = await redis.eval("return redis.call('SET', KEYS[1], 1, 'NX', 'EX', 604800)", 1, `parcel:${event.id}`);
  if (!isFirst) return res.sendStatus(200);
  await accounts.increment({ owner: event.data.object.customer, by: 10 });
  res.sendStatus(200);
});
