import { Hono } from 'hono';
import { every } from 'hono/combine';
import { logged } from './logged';
import { signed } from './signed';
import { silos } from './silos';

const app = new Hono();
app.use('/hooks/*', every(logged, signed));
app.on('POST', '/hooks/silos', async (c) => {
  const { silo, tons } = await c.req.json();
  await silos.insertOne({ silo, tons });
  return c.body(null, 204);
});

export default app;
