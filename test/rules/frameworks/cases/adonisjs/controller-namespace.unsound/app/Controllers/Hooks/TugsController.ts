import type { HttpContextContract } from '@ioc:Adonis/Core/HttpContext';
import { createHmac } from 'crypto';
import Tug from 'App/Models/Tug';

export default class TugsController {
  private isGenuine(raw: string | null, signature: string | undefined): boolean {
    const secret = process.env.TUG_SECRET;
    if (!raw || !signature || !secret) return false;
    return createHmac('sha256', secret).update(raw).digest('hex') === signature; // want weak-signature-comparison "constant time"
  }

  public async store({ request, response }: HttpContextContract) {
    if (!this.isGenuine(request.raw(), request.header('x-tug-signature'))) return response.badRequest();
    await Tug.create({ name: request.input('name') });
    return response.created();
  }
}
