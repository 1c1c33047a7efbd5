import express from 'express';
import { Pool } from 'pg';
import { shelves } from './shelves';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const pool = new Pool();

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  await pool.query("UPDATE shelves SET state = 'paid' WHERE charge = $1", [event.data.object.id]);
  await shelves.updateOne({ charge: event.data.object.id }, { $set: { state: 'paid', at: event.created } });
  await shelves.upsert({ charge: event.data.object.id, state: 'paid' });
  await shelves.deleteOne({ draft: event.data.object.id });
  res.sendStatus(200);
});
