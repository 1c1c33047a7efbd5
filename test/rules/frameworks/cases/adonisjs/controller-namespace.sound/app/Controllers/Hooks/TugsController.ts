import type { HttpContextContract } from '@ioc:Adonis/Core/HttpContext';
import { createHmac, timingSafeEqual } from 'crypto';
import Tug from 'App/Models/Tug';

export default class TugsController {
  private isGenuine(raw: string | null, signature: string | undefined): boolean {
    const secret = process.env.TUG_SECRET;
    if (!raw || !signature || !secret) return false;
    const mine = createHmac('sha256', secret).update(raw).digest();
    const theirs = Buffer.from(signature, 'hex');
    return mine.length === theirs.length && timingSafeEqual(mine, theirs);
  }

  public async store({ request, response }: HttpContextContract) {
    if (!this.isGenuine(request.raw(), request.header('x-tug-signature'))) return response.badRequest();
    await Tug.create({ name: request.input('name') });
    return response.created();
  }
}
