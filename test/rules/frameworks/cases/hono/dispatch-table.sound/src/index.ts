import { senders } from './lib/senders';
import { Hono } from 'hono';

type Bindings = { SILO_SECRET: string; STRIPE_KEY: string; STRIPE_WEBHOOK_SECRET: string };

const app = new Hono<{ Bindings: Bindings }>();

app.post('/hooks/silos', async (c) => {
  const raw = await c.req.text();
  const kind = c.req.header('x-sender') ?? '';
  const sender = senders[kind];
  if (!sender) {
    return c.json({ error: 'unauthorized' }, 401);
  }
  if (!sender.verify(raw, c.req.header('x-silo-signature'))) {
    return c.json({ error: 'unauthorized' }, 401);
  }
  await sender.receive(JSON.parse(raw));
  return c.json({ ok: true });
});

export default app;
