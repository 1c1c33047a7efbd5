import type { HttpContext } from '@adonisjs/core/http';
import Parcel from '#models/parcel';

export default class HooksController {
  async receive({ request, response }: HttpContext) {
    await Parcel.create(request.only(['id', 'status']));
    return response.noContent();
  }
}
