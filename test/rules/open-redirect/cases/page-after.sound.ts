import express, { type Response } from 'express';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();

function leave(res: Response, { back = '/' }: { back?: string }) {
  if (!back.startsWith('/') || back.startsWith('//') || back.startsWith('/\\')) return res.redirect('/');
  return res.redirect(back);
}

app.post('/hooks/portal', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const { metadata } = event.data.object as any;
  return leave(res, metadata);
});
