import express from 'express';
import { Queue } from 'bullmq';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const parcels = new Queue('parcels');

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  await parcels.add('paid', { charge: event.data.object.id }, { jobId: event.id });
  res.sendStatus(200);
});
