import express from 'express';
import Stripe from 'stripe';
import { crates } from './crates';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post('/hooks/stripe', express.raw({ type: 'application/json' }), async (req, res) => {
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  } catch (err: any) {
    return res.status(400).send(`Webhook Error: ${err.message}`);
  }
  await crates.insert({ id: event.id });
  res.sendStatus(200);
});
