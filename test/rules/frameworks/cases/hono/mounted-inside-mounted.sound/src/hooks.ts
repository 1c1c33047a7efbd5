import { Hono } from 'hono';
import { silos } from './silos';

export const hooks = new Hono();

hooks.post('/silos', async (c) => {
  const { silo, tons } = await c.req.json();
  await silos.insertOne({ silo, tons });
  return c.body(null, 204);
});
