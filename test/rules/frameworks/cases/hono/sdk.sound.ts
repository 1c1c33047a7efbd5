// path: src/index.ts
import Stripe from 'stripe';
import { silos } from './lib/silos';
import { Hono } from 'hono';

type Bindings = { SILO_SECRET: string; STRIPE_KEY: string; STRIPE_WEBHOOK_SECRET: string };

const app = new Hono<{ Bindings: Bindings }>();

app.post('/hooks/silos', async (c) => {
  const raw = await c.req.text();
  const stripe = new Stripe(c.env.STRIPE_KEY);
  let event: Stripe.Event;
  try {
    event = await stripe.webhooks.constructEventAsync(raw, c.req.header('stripe-signature')!, c.env.STRIPE_WEBHOOK_SECRET);
  } catch {
    return c.json({ error: 'unauthorized' }, 401);
  }
  if (event.type === 'checkout.session.completed') {
    await silos.insertOne({ silo: event.data.object.id, tons: event.data.object.amount_total });
  }
  return c.json({ ok: true });
});

export default app;
