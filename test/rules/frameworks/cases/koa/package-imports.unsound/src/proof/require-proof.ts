import { createHmac } from 'node:crypto';
import type { Context, Next } from 'koa';

export async function requireProof(ctx: Context, next: Next) {
  const mine = createHmac('sha256', process.env.OAST_SECRET!).update(ctx.request.rawBody).digest('hex');
  ctx.assert(mine === ctx.get('x-oast-signature'), 401); // want weak-signature-comparison "constant time"
  await next();
}
