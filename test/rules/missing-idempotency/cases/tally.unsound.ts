import express from 'express';
import { shelves } from './shelves';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => { // want missing-idempotency "`shelves.updateOne` counts once more"
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  await shelves.updateOne({ owner: event.data.object.customer }, { $inc: { parcels: 1 } });
  res.sendStatus(200);
});
