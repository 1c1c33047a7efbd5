import express from 'express';
import Stripe from 'stripe';
import { orders } from './orders';

const stripe = new Stripe(process.env.STRIPE_API_KEY!);
const app = express();
app.use(express.json());

app.post('/stripe/incoming', express.raw({ type: 'application/json' }), async (req, res) => {
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature']!, process.env.STRIPE_WEBHOOK_SECRET!); // want parsed-body-signature "already parsed"
  } catch {
    return res.status(400).send('bad signature');
  }

  if (event.type === 'charge.refunded') {
    await orders.update({ charge: event.data.object.id }, { refunded: true });
  }
  res.json({ received: true });
});
