import express from 'express';
import { Redis } from 'ioredis';
import { accounts } from './accounts';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const redis = new Redis(process.env.REDIS_URL!);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const isFirst = await redis.set(`parcel:${event.id}`, '1', 'EX', 604_800, 'NX');
  if (!isFirst) return res.sendStatus(200);
  try {
    await accounts.increment({ owner: event.data.object.customer, by: 10 });
  } catch (error) {
    await redis.del(`parcel:${event.id}`);
    throw error;
  }
  res.sendStatus(200);
});
