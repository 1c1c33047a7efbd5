import { Queue } from 'bullmq';
import express from 'express';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const parcels = new Queue('parcels');

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => { // want-note missing-idempotency "Cannot tell whether what `parcels.add` queues is done once"
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  await parcels.add('paid', { charge: event.data.object.id });
  res.sendStatus(200);
});
