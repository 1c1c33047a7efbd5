import express from 'express';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();

app.post('/hooks/exports', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const { metadata } = event.data.object as any;
  const target = new URL(`/exports/${encodeURIComponent(metadata.name)}`, 'https://exports.example');
  target.searchParams.set('kind', metadata.kind);
  await fetch(target);
  res.sendStatus(204);
});
