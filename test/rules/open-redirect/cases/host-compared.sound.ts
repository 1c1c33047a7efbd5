import express from 'express';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();

app.post('/hooks/portal', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const { metadata } = event.data.object as any;
  if (new URL(metadata.back).host === 'shop.example') return res.redirect(metadata.back);
  res.sendStatus(204);
});
