import express from 'express';
import Stripe from 'stripe';
import { orders } from './orders';

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);
const app = express();

app.post('/webhooks/stripe', express.raw({ type: 'application/json' }), async (req, res) => {
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  } catch {
    return res.sendStatus(400);
  }

  if (event.type === 'charge.succeeded') await orders.insert({ charge: event.data.object.id });
  res.sendStatus(200);
});
