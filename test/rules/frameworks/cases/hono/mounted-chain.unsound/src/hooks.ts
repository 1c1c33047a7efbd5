import { Hono } from 'hono';
import { silos } from './silos';

export const hooks = new Hono().post('/silos', async (c) => { // want missing-signature-verification "no signature check"
  const { silo, tons } = await c.req.json();
  await silos.insertOne({ silo, tons });
  return c.body(null, 204);
});
