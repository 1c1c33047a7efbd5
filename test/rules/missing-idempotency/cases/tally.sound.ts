import express from 'express';
import { shelves } from './shelves';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const changed = await shelves.updateOne({ owner: event.data.object.customer, state: 'open' }, { $inc: { parcels: 1 }, $set: { state: 'closed' } });
  if (changed.modifiedCount === 0) return res.sendStatus(200);
  res.sendStatus(200);
});
