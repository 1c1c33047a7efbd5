import type { HttpContextContract } from '@ioc:Adonis/Core/HttpContext';
import Barge from 'App/Models/Barge';

export default class BargesController {
  public async store({ request, response }: HttpContextContract) {
    await Barge.create({ name: request.input('name') });
    return response.noContent();
  }
}
