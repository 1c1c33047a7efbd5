import express from 'express';
import Stripe from 'stripe';
import { agent } from './agent';
const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();

app.post('/hooks/disputes', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  await agent.invoke({ input: (event.data.object as any).evidence.text }); // want payload-to-llm "with tools"
  res.sendStatus(204);
});
