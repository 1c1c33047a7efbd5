import express from 'express';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();

app.post('/hooks/charges', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const charge = await stripe.charges.retrieve((event.data.object as any).id);
  await fetch(charge.receipt_url!);
  res.sendStatus(204);
});
