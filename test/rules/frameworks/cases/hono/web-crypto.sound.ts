// path: src/index.ts
import { silos } from './lib/silos';
import { Hono } from 'hono';

type Bindings = { SILO_SECRET: string; STRIPE_KEY: string; STRIPE_WEBHOOK_SECRET: string };

const app = new Hono<{ Bindings: Bindings }>();

app.post('/hooks/silos', async (c) => {
  const raw = await c.req.text();
  const given = Uint8Array.from(atob(c.req.header('x-silo-signature') ?? ''), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(c.env.SILO_SECRET), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const genuine = await crypto.subtle.verify('HMAC', key, given, new TextEncoder().encode(raw));
  if (!genuine) {
    return c.json({ error: 'unauthorized' }, 401);
  }
  const { silo, tons } = JSON.parse(raw);
  await silos.insertOne({ silo, tons });
  return c.json({ ok: true });
});

export default app;
