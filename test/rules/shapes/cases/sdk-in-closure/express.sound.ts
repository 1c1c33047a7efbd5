import express from 'express';
import Stripe from 'stripe';
import { ledger } from './ledger';

const stripe = new Stripe(process.env.STRIPE_KEY!);

type Attempted<T> = { ok: true; value: T } | { ok: false; error: unknown };

function attempted<A extends unknown[], T>(action: (...args: A) => T) {
  return (...args: A): Attempted<T> => {
    try {
      return { ok: true, value: action(...args) };
    } catch (error) {
      return { ok: false, error };
    }
  };
}

const openEvent = attempted(stripe.webhooks.constructEvent.bind(stripe.webhooks));

const app = express();
app.post('/payments', express.raw({ type: 'application/json' }), async (req, res) => {
  const opened = openEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  if (!opened.ok) return res.sendStatus(400);
  await ledger.insert(opened.value.data.object);
  return res.sendStatus(204);
});
