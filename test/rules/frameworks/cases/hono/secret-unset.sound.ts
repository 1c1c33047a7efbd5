// path: src/index.ts
import { silos } from './lib/silos';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';

type Bindings = { SILO_SECRET: string; STRIPE_KEY: string; STRIPE_WEBHOOK_SECRET: string };

const app = new Hono<{ Bindings: Bindings }>();

app.post('/hooks/silos', async (c) => {
  const secret = c.env.SILO_SECRET;
  if (!secret) {
    return c.text('not configured', 500);
  }
  const raw = await c.req.text();
  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(c.req.header('x-silo-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return c.json({ error: 'unauthorized' }, 401);
  }
  const { silo, tons } = JSON.parse(raw);
  await silos.insertOne({ silo, tons });
  return c.json({ ok: true });
});

export default app;
