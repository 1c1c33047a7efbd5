import express from 'express';
import Stripe from 'stripe';
import { Customers } from './customers';
const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();

app.post('/hooks/customers', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  await new Customers().rename(event.data.object as any);
  res.sendStatus(204);
});
