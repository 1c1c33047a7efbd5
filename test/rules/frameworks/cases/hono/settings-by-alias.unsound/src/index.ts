import { createHmac, timingSafeEqual } from 'node:crypto';
import { settings } from '#yard/settings';
import { silos } from '#yard/silos';
import { Hono } from 'hono';

type Bindings = { SILO_SECRET: string; STRIPE_KEY: string; STRIPE_WEBHOOK_SECRET: string };

const app = new Hono<{ Bindings: Bindings }>();

app.post('/hooks/silos', async (c) => {
  const raw = await c.req.text();

  const mine = createHmac('sha256', settings.siloSecret).update(raw).digest();
  const theirs = Buffer.from(c.req.header('x-silo-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return c.json({ error: 'unauthorized' }, 401);
  }
  const { silo, tons } = JSON.parse(raw);
  await silos.insertOne({ silo, tons });
  return c.json({ ok: true });
});

export default app;
