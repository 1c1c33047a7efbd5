import { createFactory } from 'hono/factory';
import { logged } from './logged';
import { silos } from './silos';

const factory = createFactory();

export const receive = factory.createHandlers(logged, async (c) => {
  const { silo, tons } = await c.req.json();
  await silos.insertOne({ silo, tons });
  return c.body(null, 204);
});
