import express from 'express';
import { accounts } from './accounts';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const seen = new Set<string>();

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  if (seen.has(event.id)) return res.sendStatus(200); // want racy-idempotency "`seen.has` remembers deliveries in this process only"
  seen.add(event.id);
  await accounts.increment({ owner: event.data.object.customer, by: 10 });
  res.sendStatus(200);
});
