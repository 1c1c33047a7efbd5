import express from 'express';
import { shelves } from './shelves';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => { // want missing-idempotency "`stripe.refunds.create` moves money once more"
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const shelf = await shelves.findOne({ charge: event.data.object.id });
  if (!shelf) return res.sendStatus(404);
  await stripe.refunds.create({ charge: event.data.object.id, amount: 500 });
  res.sendStatus(200);
});
