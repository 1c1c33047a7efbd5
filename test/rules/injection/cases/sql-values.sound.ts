import express from 'express';
import Stripe from 'stripe';
import { Pool } from 'pg';
const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();
const pool = new Pool();

app.post('/hooks/orders', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const order = event.data.object as any;
  await pool.query('UPDATE orders SET note = $2 WHERE id = $1', [order.id, order.metadata.note]);
  await pool.query({ text: 'INSERT INTO seen (id) VALUES ($1) ON CONFLICT DO NOTHING', values: [event.id] });
  res.sendStatus(204);
});
