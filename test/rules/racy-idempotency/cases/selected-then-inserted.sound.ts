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
    await client.query('BEGIN');
    const { rows } = await client.query('SELECT state FROM shelves WHERE charge = $1 FOR UPDATE', [event.data.object.id]);
    if (rows[0]?.state === 'paid') {
      await client.query('ROLLBACK');
      return res.sendStatus(200);
    }
    await client.query('UPDATE shelves SET credits = credits + $1 WHERE charge = $2', [event.data.object.amount, event.data.object.id]);
    await client.query('INSERT INTO handled_events (id) VALUES ($1)', [event.id]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
  res.sendStatus(200);
});
