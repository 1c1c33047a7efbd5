import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import { signed } from './signed';
import { silos } from './silos';

const app = new Hono();

app.post('/hooks/silos', signed, zValidator('json', z.object({ silo: z.string(), tons: z.number() })), async (c) => {
  const { silo, tons } = c.req.valid('json');
  await silos.insertOne({ silo, tons });
  return c.body(null, 204);
});

export default app;
