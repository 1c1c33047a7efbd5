import type { Context, Next } from 'koa';
import { isGenuine } from './genuine';

export async function signed(ctx: Context, next: Next) {
  const signature = ctx.get('x-depot-signature');
  if (!signature || !isGenuine(ctx.request.rawBody, signature, process.env.DEPOT_SECRET!)) ctx.throw(401);
  await next();
}
