import express from 'express';
import Stripe from 'stripe';
import { Owners } from './owners';

const app = express();
const owners = new Owners();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  await owners.keep(event.data.object.customer, event.data.object.email);
  res.sendStatus(200);
});
