import { timingSafeEqual } from 'node:crypto';
import express from 'express';
import { orders } from './orders';

const app = express();
app.use(express.json());
const secret = process.env.STRIPE_FORWARD_TOKEN;
if (!secret) throw new Error('STRIPE_FORWARD_TOKEN is required');
const expected = Buffer.from(`Bearer ${secret}`);

app.post('/webhooks/stripe', async (req, res) => { // want bearer-only-auth "Stripe signs what it sends"
  const given = Buffer.from(req.get('authorization') ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return res.sendStatus(401);

  if (req.body.type === 'charge.succeeded') await orders.insert({ charge: req.body.data.object.id });
  res.sendStatus(200);
});
