import express from 'express';
import Stripe from 'stripe';
import { archive } from './archive';
const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();

app.post('/hooks/invoices', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const { pdf } = event.data.object as any;
  if (!pdf.startsWith('https://files.stripe.com/')) return res.sendStatus(400);
  const file = await fetch(pdf);
  await archive(await file.arrayBuffer());
  res.sendStatus(204);
});
