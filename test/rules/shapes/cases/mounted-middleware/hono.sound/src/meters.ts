import { Hono } from 'hono';
import { readings } from './readings';

export const meters = new Hono<{ Variables: { event: { meter: string; kwh: number } } }>();

meters.post('/meters', async (c) => {
  const { meter, kwh } = c.get('event');
  await readings.insertOne({ meter, kwh });
  return c.body(null, 204);
});
