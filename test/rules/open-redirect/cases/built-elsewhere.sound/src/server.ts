import express from 'express';
import Stripe from 'stripe';
import { target } from './target';
const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();

app.post('/hooks/links', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  res.redirect(302, target((event.data.object as any).metadata));
    return;
  res.sendStatus(204);
});
