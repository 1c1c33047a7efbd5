import type { Context, Next } from 'koa';
import { isGenuine } from './genuine';

export function signed(options: { secret: string }) {
  return async (ctx: Context, next: Next) => {
    const signature = ctx.get('x-depot-signature');
    if (!signature || !isGenuine(ctx.request.rawBody, signature, options.secret)) {
      ctx.status = 401;
      return;
    }
    await next();
  };
}
