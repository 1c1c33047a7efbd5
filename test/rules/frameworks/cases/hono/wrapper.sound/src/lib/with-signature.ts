import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';

export const withSignature =
  (handler: (c: Context, raw: string) => Promise<Response>) =>
  async (c: Context): Promise<Response> => {
    const raw = await c.req.text();
    const mine = createHmac('sha256', c.env.SILO_SECRET).update(raw).digest();
    const theirs = Buffer.from(c.req.header('x-silo-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return c.json({ error: 'unauthorized' }, 401);
    return handler(c, raw);
  };
