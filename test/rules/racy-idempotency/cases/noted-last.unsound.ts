import express from 'express';
import { Redis } from 'ioredis';
import { accounts } from './accounts';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const redis = new Redis(process.env.REDIS_URL!);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const seen = await redis.exists(`parcel:${event.id}`); // want racy-idempotency "`redis.exists` asks, `accounts.increment` works, and only then `redis.setex` notes"
  if (seen === 1) return res.sendStatus(200);
  await accounts.increment({ owner: event.data.object.customer, by: 10 });
  await redis.setex(`parcel:${event.id}`, 604_800, '1');
  res.sendStatus(200);
});
