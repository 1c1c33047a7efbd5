import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context, Next } from 'koa';

export async function requireProof(ctx: Context, next: Next) {
  const mine = createHmac('sha256', process.env.OAST_SECRET!).update(ctx.request.rawBody).digest();
  const theirs = Buffer.from(ctx.get('x-oast-signature'), 'hex');
  ctx.assert(mine.length === theirs.length && timingSafeEqual(mine, theirs), 401);
  await next();
}
