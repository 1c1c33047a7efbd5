// path: src/index.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { silos } from './lib/silos';
import { Hono } from 'hono';

type Bindings = { SILO_SECRET: string; STRIPE_KEY: string; STRIPE_WEBHOOK_SECRET: string };

const app = new Hono<{ Bindings: Bindings }>();

app.post('/hooks/silos', async (c) => {
  const event = await c.req.json();
  const mine = createHmac('sha256', c.env.SILO_SECRET).update(JSON.stringify(event)).digest(); // want parsed-body-signature "parsed and serialised again"
  const theirs = Buffer.from(c.req.header('x-silo-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return c.json({ error: 'unauthorized' }, 401);
  }
  await silos.insertOne({ silo: event.silo, tons: event.tons });
  return c.json({ ok: true });
});

export default app;
