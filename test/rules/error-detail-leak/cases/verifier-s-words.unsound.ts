import express from 'express';
import Stripe from 'stripe';
import { crates } from './crates';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post('/hooks/stripe', express.raw({ type: 'application/json' }), async (req, res) => {
  try {
    const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
    await crates.insert({ id: event.id });
    res.sendStatus(200);
  } catch (err: any) {
    res.status(400).send(`Webhook Error: ${err.message}`); // want error-detail-leak "the text of an exception"
  }
});
