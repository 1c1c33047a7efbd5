import express from 'express';
import { accounts } from './accounts';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const seen = new Set<string>();
  for (const line of event.data.object.lines) {
    if (seen.has(line.id)) continue;
    seen.add(line.id);
    await accounts.upsert({ line: line.id, owner: line.owner });
  }
  res.sendStatus(200);
});
