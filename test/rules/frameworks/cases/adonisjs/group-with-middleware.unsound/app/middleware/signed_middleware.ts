import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HttpContext } from '@adonisjs/core/http';
import type { NextFn } from '@adonisjs/core/types/http';

export default class SignedMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const signature = ctx.request.header('x-depot-signature');
    if (signature) { // want fail-open-verification "header is missing"
      const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(ctx.request.raw()!).digest();
      const theirs = Buffer.from(signature, 'hex');
      if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return ctx.response.unauthorized();
    }
    await next();
  }
}
