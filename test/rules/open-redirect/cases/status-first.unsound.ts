import express from 'express';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();

app.post('/hooks/checkout', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const session = event.data.object as any;
  if (session.metadata.back) return res.redirect(303, session.metadata.back); // want open-redirect "decides where"
  res.sendStatus(204);
});
