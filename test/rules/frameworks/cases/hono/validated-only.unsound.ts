// path: src/index.ts
import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import { silos } from './silos';

const app = new Hono();

app.post('/hooks/silos', zValidator('json', z.object({ silo: z.string(), tons: z.number() })), async (c) => { // want missing-signature-verification "no signature check"
  const { silo, tons } = c.req.valid('json');
  await silos.insertOne({ silo, tons });
  return c.body(null, 204);
});

export default app;
