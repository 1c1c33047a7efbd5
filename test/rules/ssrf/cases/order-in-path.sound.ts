import express from 'express';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();

app.post('/hooks/orders', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const order = event.data.object as any;
  await fetch(`https://orders.example/api/${order.metadata.order_id}/paid`, { method: 'POST' });
  await fetch('https://orders.example/api?order=' + order.id);
  res.sendStatus(204);
});
