import express from 'express';
import Stripe from 'stripe';
import handlebars from 'handlebars';
import { keep } from './pages';
const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();

app.post('/hooks/mails', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const { metadata } = event.data.object as any;
  const page = handlebars.compile('<p>Dear {{name}}</p>')({ name: metadata.name });
  await keep(page);
  res.sendStatus(204);
});
