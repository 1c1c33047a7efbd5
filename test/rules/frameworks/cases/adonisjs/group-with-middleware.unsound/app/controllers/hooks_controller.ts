import type { HttpContext } from '@adonisjs/core/http';
import Parcel from '#models/parcel';

export default class HooksController {
  async receive(ctx: HttpContext) {
    await Parcel.create(ctx.request.only(['id', 'status']));
    return ctx.response.noContent();
  }
}
