import express from 'express';
import Stripe from 'stripe';
import { settle } from './settle';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  await settle(event);
  res.sendStatus(200);
});
