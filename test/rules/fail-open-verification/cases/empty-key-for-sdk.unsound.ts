import express from 'express';
import Stripe from 'stripe';
import { ledger } from './ledger';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post('/inbox/payouts', express.raw({ type: 'application/json' }), async (req, res) => {
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.PAYOUT_SIGNING_SECRET || ''); // want fail-open-verification "empty key"
  } catch {
    return res.sendStatus(400);
  }
  await ledger.insertOne({ id: event.id });
  return res.sendStatus(204);
});
