import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HttpContext } from '@adonisjs/core/http';
import type { NextFn } from '@adonisjs/core/types/http';

export default class SignedMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(ctx.request.raw()!).digest();
    const theirs = Buffer.from(ctx.request.header('x-depot-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
      ctx.response.abort('unsigned', 401);
    }
    await next();
  }
}
