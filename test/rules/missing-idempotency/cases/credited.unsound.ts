import express from 'express';
import { accounts } from './accounts';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => { // want missing-idempotency "`accounts.increment` counts once more"
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  await accounts.increment({ owner: event.data.object.customer, by: 10 });
  res.sendStatus(200);
});
