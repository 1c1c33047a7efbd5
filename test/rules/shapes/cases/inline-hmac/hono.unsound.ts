import { createHmac } from 'node:crypto';
import { Hono } from 'hono';
import { readings } from './readings';

const app = new Hono();

app.post('/hooks/meters', async (c) => {
  const raw = await c.req.text();
  const signature = c.req.header('x-meter-signature');
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest('hex');
  if (signature !== mine) return c.body(null, 401); // want weak-signature-comparison "constant time"

  const { meter, kwh } = JSON.parse(raw);
  await readings.insert({ meter, kwh });
  return c.body(null, 204);
});

export default app;
