import express from 'express';
import { handled } from './store';
import { accounts } from './accounts';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const claim = await handled.updateOne({ _id: event.id }, { $setOnInsert: { at: new Date() } }, { upsert: true });
  if (claim.upsertedCount === 0) return res.sendStatus(200);
  await accounts.increment({ owner: event.data.object.customer, by: 10 });
  res.sendStatus(200);
});
