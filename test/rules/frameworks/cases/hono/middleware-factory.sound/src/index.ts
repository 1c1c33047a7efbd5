import { Hono } from 'hono';
import { hmac } from './hmac';
import { silos } from './silos';

const app = new Hono();

app.post('/hooks/silos', hmac({ header: 'x-silo-signature', secret: (c) => c.env.SILO_SECRET }), async (c) => {
  const { silo, tons } = await c.req.json();
  await silos.insertOne({ silo, tons });
  return c.body(null, 204);
});

export default app;
