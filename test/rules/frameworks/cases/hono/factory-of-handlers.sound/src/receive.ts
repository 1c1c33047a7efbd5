import { createFactory } from 'hono/factory';
import { signed } from './signed';
import { silos } from './silos';

const factory = createFactory();

export const receive = factory.createHandlers(signed, async (c) => {
  const { silo, tons } = await c.req.json();
  await silos.insertOne({ silo, tons });
  return c.body(null, 204);
});
