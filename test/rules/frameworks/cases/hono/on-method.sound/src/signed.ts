import { createHmac, timingSafeEqual } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';

export const signed = createMiddleware<{ Bindings: { SILO_SECRET: string } }>(async (c, next) => {
  const raw = await c.req.text();
  const mine = createHmac('sha256', c.env.SILO_SECRET).update(raw).digest();
  const theirs = Buffer.from(c.req.header('x-silo-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) throw new HTTPException(401, { message: 'unauthorized' });
  await next();
});
