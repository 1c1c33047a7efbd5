import express from 'express';
import { handled } from './store';
import { accounts } from './accounts';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  try {
    await handled.insertOne({ _id: event.id });
  } catch (error) {
    if ((error as { code?: number }).code === 11000) return res.sendStatus(200);
    throw error;
  }
  await accounts.increment({ owner: event.data.object.customer, by: 10 });
  res.sendStatus(200);
});
