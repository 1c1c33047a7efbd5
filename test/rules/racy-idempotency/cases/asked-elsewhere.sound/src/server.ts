import express from 'express';
import Stripe from 'stripe';
import { accounts } from './accounts';
import { isNew, remember } from './memory';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  if (!(await isNew(event.id))) return res.sendStatus(200);
  await accounts.increment({ owner: event.data.object.customer, by: 10 });
  await remember(event.id);
  res.sendStatus(200);
});
