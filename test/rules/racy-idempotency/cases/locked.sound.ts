import express from 'express';
import { Pool } from 'pg';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const pool = new Pool();

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [event.id]);
    const { rows } = await client.query('SELECT 1 FROM handled_events WHERE id = $1', [event.id]);
    if (rows.length > 0) return res.sendStatus(200);
    await client.query('UPDATE shelves SET credits = credits + $1 WHERE owner = $2', [event.data.object.amount, event.data.object.customer]);
    await client.query('INSERT INTO handled_events (id) VALUES ($1)', [event.id]);
  } finally {
    client.release();
  }
  res.sendStatus(200);
});
