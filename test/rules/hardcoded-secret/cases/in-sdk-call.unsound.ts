import express from 'express';
import Stripe from 'stripe';
import { orders } from './orders';

const stripe = new Stripe(process.env.STRIPE_API_KEY!);
const app = express();

app.post('/stripe/incoming', express.raw({ type: 'application/json' }), async (req, res) => {
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(
      req.body,
      req.headers['stripe-signature']!,
      'whsec_k3vT9qLm2ZcX8bNn4rYw6uHs1dFgJp0A', // want hardcoded-secret "in the source"
    );
  } catch {
    return res.status(400).send('bad signature');
  }
  if (event.type === 'charge.refunded') await orders.update({ charge: event.data.object.id }, { refunded: true });
  res.json({ received: true });
});
