import type { HttpContextContract } from '@ioc:Adonis/Core/HttpContext';
import { createHmac, timingSafeEqual } from 'crypto';

export default class Signed {
  public async handle({ request, response }: HttpContextContract, next: () => Promise<void>) {
    const mine = createHmac('sha256', process.env.LOCK_SECRET!).update(request.raw()!).digest();
    const theirs = Buffer.from(request.header('x-lock-signature', '')!, 'base64');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
      response.unauthorized({ error: 'forged' });
      return;
    }
    await next();
  }
}
