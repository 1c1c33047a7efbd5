import type { Middleware } from 'koa';
import { isGenuine } from './genuine';

export const signed =
  (secret: string | undefined): Middleware =>
  async (ctx, next) => {
    if (secret && !isGenuine(ctx.request.rawBody, ctx.get('x-depot-signature'), secret)) { // want fail-open-verification "secret is unset"
      ctx.throw(401);
    }
    await next();
  };
