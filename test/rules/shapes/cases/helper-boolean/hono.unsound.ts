import { createHmac, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { readings } from './readings';

function isGenuine(raw: Buffer | string, signature: string | null | undefined): boolean {
  if (!signature) return false;
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

const app = new Hono();

app.post('/hooks/meters', async (c) => {
  const raw = await c.req.text();
  const signature = c.req.header('x-meter-signature');
  isGenuine(raw, signature); // want fail-open-verification "result is ignored"

  const { meter, kwh } = JSON.parse(raw);
  await readings.insert({ meter, kwh });
  return c.body(null, 204);
});

export default app;
