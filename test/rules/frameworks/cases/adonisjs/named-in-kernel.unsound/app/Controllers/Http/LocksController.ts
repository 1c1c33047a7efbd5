import type { HttpContextContract } from '@ioc:Adonis/Core/HttpContext';
import Lock from 'App/Models/Lock';

export default class LocksController {
  public async opened({ request }: HttpContextContract) {
    await Lock.create({ level: request.input('level') });
    return { ok: true };
  }
}
