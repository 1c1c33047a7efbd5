import express from 'express';
import { Redis } from 'ioredis';
import { accounts } from './accounts';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const redis = new Redis(process.env.REDIS_URL!);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  if (await redis.get(`parcel:${event.id}`)) return res.sendStatus(200); // want racy-idempotency "`redis.get` asks and `redis.set` notes the delivery in two steps"
  await redis.set(`parcel:${event.id}`, 'seen', 'EX', 604_800);
  await accounts.increment({ owner: event.data.object.customer, by: 10 });
  res.sendStatus(200);
});
