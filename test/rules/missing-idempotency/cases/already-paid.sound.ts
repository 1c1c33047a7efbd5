import express from 'express';
import { shelves } from './shelves';
import { sendMail } from './mail';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const shelf = await shelves.findOne({ charge: event.data.object.id });
  if (!shelf || shelf.state === 'paid') return res.sendStatus(200);
  await shelves.updateOne({ charge: event.data.object.id }, { $set: { state: 'paid' } });
  await sendMail(shelf.owner, 'Paid');
  res.sendStatus(200);
});
