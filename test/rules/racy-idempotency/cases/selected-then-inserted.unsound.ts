import express from 'express';
import { Pool } from 'pg';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const pool = new Pool();

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const { rows } = await pool.query('SELECT 1 FROM handled_events WHERE id = $1', [event.id]); // want racy-idempotency "`pool.query` asks, `pool.query` works, and only then `pool.query` notes"
  if (rows.length > 0) return res.sendStatus(200);
  await pool.query('UPDATE shelves SET credits = credits + $1 WHERE owner = $2', [event.data.object.amount, event.data.object.customer]);
  await pool.query('INSERT INTO handled_events (id) VALUES ($1)', [event.id]);
  res.sendStatus(200);
});
