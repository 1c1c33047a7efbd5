import express from 'express';
import { Redis } from 'ioredis';
import { owners, shelves } from './store';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const redis = new Redis(process.env.REDIS_URL!);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  let owner = await redis.get(`owner:${event.data.object.customer}`);
  if (!owner) {
    owner = (await owners.findOne({ customer: event.data.object.customer })).name;
    await redis.set(`owner:${event.data.object.customer}`, owner, 'EX', 3600);
  }
  await shelves.upsert({ charge: event.data.object.id, owner });
  res.sendStatus(200);
});
