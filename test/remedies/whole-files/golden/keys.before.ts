import crypto from 'node:crypto';
import express from 'express';
import Stripe from 'stripe';
import { db } from './db';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const KEY = Buffer.from('only-for-the-two-of-us');
const depotKey = Buffer.from('b25seS1mb3I=', 'base64');

function check(key: crypto.BinaryLike, raw: Buffer, sent: string): boolean {
  const mac = crypto.createHmac('sha256', key).update(raw).digest('hex');
  return mac.length === sent.length && crypto.timingSafeEqual(Buffer.from(mac), Buffer.from(sent));
}

app.post('/hooks/constant', express.raw({ type: '*/*' }), (req, res) => {
  if (!check(KEY, req.body, req.get('x-sig') ?? '')) return res.sendStatus(401);
  db.parcels.insert(JSON.parse(req.body.toString()));
  return res.sendStatus(204);
});

app.post('/hooks/named', express.raw({ type: '*/*' }), (req, res) => {
  if (!check(depotKey, req.body, req.get('x-sig') ?? '')) return res.sendStatus(401);
  db.parcels.insert(JSON.parse(req.body.toString()));
  return res.sendStatus(204);
});

app.post('/payments', express.raw({ type: '*/*' }), (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, 'whsec_abc');
  db.parcels.insert(event.data.object);
  return res.sendStatus(204);
});
