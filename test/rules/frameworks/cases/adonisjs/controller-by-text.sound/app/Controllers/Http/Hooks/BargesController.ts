import type { HttpContextContract } from '@ioc:Adonis/Core/HttpContext';
import Env from '@ioc:Adonis/Core/Env';
import { createHmac, timingSafeEqual } from 'crypto';
import Barge from 'App/Models/Barge';

export default class BargesController {
  public async store({ request, response }: HttpContextContract) {
    const mine = createHmac('sha256', Env.get('BARGE_SECRET')).update(request.raw() ?? '').digest();
    const theirs = Buffer.from(request.header('x-barge-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return response.unauthorized();
    await Barge.create({ name: request.input('name') });
    return response.noContent();
  }
}
