import { createHmac, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { readings } from './readings';

const app = new Hono();

app.post('/hooks/meters', async (c) => {
  const raw = await c.req.text();
  const signature = c.req.header('x-meter-signature');
  const secret = process.env.METER_SECRET;
  if (!secret) return c.body(null, 500);

  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(signature ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return c.body(null, 401);

  const { meter, kwh } = JSON.parse(raw);
  await readings.insert({ meter, kwh });
  return c.body(null, 204);
});

export default app;
