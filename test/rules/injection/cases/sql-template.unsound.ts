import express from 'express';
import Stripe from 'stripe';
import { Pool } from 'pg';
const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();
const pool = new Pool();

app.post('/hooks/orders', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const order = event.data.object as any;
  await pool.query(`UPDATE orders SET note = '${order.metadata.note}' WHERE id = $1`, [order.id]); // want injection "SQL statement"
  res.sendStatus(204);
});
