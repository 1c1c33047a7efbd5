// path: src/index.ts
import { silos } from './lib/silos';
import { Hono } from 'hono';

type Bindings = { SILO_SECRET: string; STRIPE_KEY: string; STRIPE_WEBHOOK_SECRET: string };

const app = new Hono<{ Bindings: Bindings }>();

app.post('/hooks/silos', async (c) => { // want missing-signature-verification "no signature check"
  const raw = await c.req.text();
  const { silo, tons } = JSON.parse(raw);
  await silos.insertOne({ silo, tons });
  return c.json({ ok: true });
});

export default app;
