import { inject } from '@adonisjs/core';
import type { HttpContext } from '@adonisjs/core/http';
import { SignatureService } from '#services/signature_service';
import Parcel from '#models/parcel';

@inject()
export default class HooksController {
  constructor(private signatures: SignatureService) {}

  async receive({ request, response }: HttpContext) {
    if (!this.signatures.accepts(request.raw(), request.header('x-depot-signature'))) return response.unauthorized();
    await Parcel.create({ id: request.input('id') });
    return response.noContent();
  }
}
