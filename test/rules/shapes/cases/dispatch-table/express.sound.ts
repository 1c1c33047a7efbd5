import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import Stripe from 'stripe';
import { ledger } from './ledger';

const stripe = new Stripe(process.env.STRIPE_KEY!);

const openers: Record<string, (req: express.Request) => Promise<unknown>> = {
  async stripe(req) {
    return stripe.webhooks.constructEvent(req.body, req.header('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  },
  github: async (req) => {
    const expected = Buffer.from(`sha256=${createHmac('sha256', process.env.GITHUB_WEBHOOK_SECRET!).update(req.body).digest('hex')}`);
    const received = Buffer.from(req.header('x-hub-signature-256') ?? '');
    if (expected.length !== received.length || !timingSafeEqual(expected, received)) throw new Error('not from GitHub');
    return JSON.parse(req.body);
  },
};

const app = express();
app.post('/webhooks/:sender', express.raw({ type: '*/*' }), async (req, res) => {
  const open = openers[req.params.sender];
  if (!open) return res.sendStatus(404);
  try {
    await ledger.insert(await open(req));
  } catch {
    return res.sendStatus(400);
  }
  return res.sendStatus(204);
});
