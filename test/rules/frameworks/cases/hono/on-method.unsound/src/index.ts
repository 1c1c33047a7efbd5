import { Hono } from 'hono';
import { every } from 'hono/combine';
import { logged } from './logged';
import { silos } from './silos';

const app = new Hono();
app.use('/hooks/*', every(logged));
app.on(['POST', 'PUT'], '/hooks/silos', async (c) => { // want missing-signature-verification "no signature check"
  const { silo, tons } = await c.req.json();
  await silos.insertOne({ silo, tons });
  return c.body(null, 204);
});

export default app;
