import express from 'express';
import Stripe from 'stripe';
import { announce } from './announce';
const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();

app.post('/hooks/refunds', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  await announce({ kind: event.type, ...(event.data.object as any).metadata }); // want ssrf "decides which host"
  res.sendStatus(204);
});
