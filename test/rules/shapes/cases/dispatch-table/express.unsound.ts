import express from 'express';
import Stripe from 'stripe';
import { ledger } from './ledger';

const stripe = new Stripe(process.env.STRIPE_KEY!);

const openers: Record<string, (req: express.Request) => Promise<unknown>> = {
  async stripe(req) {
    return stripe.webhooks.constructEvent(req.body, req.header('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  },
  github: async (req) => JSON.parse(req.body),
};

const app = express();
app.post('/webhooks/:sender', express.raw({ type: '*/*' }), async (req, res) => {
  const open = openers[req.params.sender];
  if (!open) return res.sendStatus(404);
  try {
    await ledger.insert(await open(req)); // want fail-open-verification "path around the check"
  } catch {
    return res.sendStatus(400);
  }
  return res.sendStatus(204);
});
