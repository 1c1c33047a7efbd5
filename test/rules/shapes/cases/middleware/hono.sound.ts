import { createHmac, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { readings } from './readings';

const signed = createMiddleware(async (c, next) => {
  const signature = c.req.header('x-meter-signature');
  if (!signature) return c.text('unsigned', 401);

  const mine = createHmac('sha256', process.env.METER_SECRET!).update(await c.req.text()).digest();
  const theirs = Buffer.from(signature, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return c.text('unauthorized', 401);
  await next();
});

const app = new Hono();

app.post('/hooks/meters', signed, async (c) => {
  const { meter, kwh } = await c.req.json();
  await readings.insert({ meter, kwh });
  return c.body(null, 204);
});

export default app;
