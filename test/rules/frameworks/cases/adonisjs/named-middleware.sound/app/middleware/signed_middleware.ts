import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HttpContext } from '@adonisjs/core/http';
import type { NextFn } from '@adonisjs/core/types/http';

export default class SignedMiddleware {
  async handle({ request, response }: HttpContext, next: NextFn) {
    const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(request.raw()!).digest();
    const theirs = Buffer.from(request.header('x-depot-signature', '')!, 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return response.unauthorized({ error: 'unsigned' });
    return next();
  }
}
