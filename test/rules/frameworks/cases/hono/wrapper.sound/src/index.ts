import { withSignature } from './lib/with-signature';
import { silos } from './lib/silos';
import { Hono } from 'hono';

const app = new Hono();

app.post('/hooks/silos', withSignature(async (c, raw) => {
  const { silo, tons } = JSON.parse(raw);
  await silos.insertOne({ silo, tons });
  return c.json({ ok: true });
}));

export default app;
