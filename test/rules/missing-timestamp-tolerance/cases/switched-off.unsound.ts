import express from 'express';
import Stripe from 'stripe';
import { invoices } from './invoices';

const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();

app.post('/inbox/invoices', express.raw({ type: 'application/json' }), async (req, res) => {
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!, 0);  // want missing-timestamp-tolerance "switches the check of the age off"
  } catch {
    return res.sendStatus(400);
  }
  await invoices.upsert({ id: event.id });
  res.sendStatus(204);
});
