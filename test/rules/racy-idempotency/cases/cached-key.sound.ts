import express from 'express';
import { accounts, keys } from './accounts';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const owners = new Map<string, string>();

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const { customer } = event.data.object;
  if (!owners.has(customer)) {
    const found = await keys.request(customer);
    owners.set(customer, found.owner);
  }
  await accounts.note(event.id, owners.get(customer));
  res.sendStatus(200);
});
