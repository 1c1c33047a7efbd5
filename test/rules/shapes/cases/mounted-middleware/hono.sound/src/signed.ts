import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

export const signed = (header: string): MiddlewareHandler => async (c, next) => {
  const raw = await c.req.raw.clone().text();
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(c.req.header(header) ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return c.json({ error: 'unauthorized' }, 401);

  c.set('event', JSON.parse(raw));
  await next();
};
