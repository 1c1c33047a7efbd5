import express from 'express';
import Stripe from 'stripe';
import { ledger } from './ledger';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const signingSecret = process.env.PAYOUT_SIGNING_SECRET || '';

app.post('/inbox/payouts', express.raw({ type: 'application/json' }), async (req, res) => {
  if (!signingSecret) return res.sendStatus(500);
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, signingSecret);
  } catch {
    return res.sendStatus(400);
  }
  await ledger.insertOne({ id: event.id });
  return res.sendStatus(204);
});
