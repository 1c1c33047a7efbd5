import express from 'express';
import { Pool } from 'pg';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const pool = new Pool();

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => { // want missing-idempotency "`pool.query` counts once more"
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  await pool.query('UPDATE shelves SET credits = credits + $1 WHERE owner = $2', [event.data.object.amount, event.data.object.customer]);
  res.sendStatus(200);
});
