// path: src/parcels/hooks.controller.ts
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ParcelsService } from './parcels.service';

@Controller('hooks')
export class HooksController {
  constructor(private readonly parcels: ParcelsService) {}

  @Post('parcels') // want missing-signature-verification "no signature"
  @HttpCode(204)
  async receive(@Body() delivery: { id: string; status: string }) {
    await this.parcels.save(delivery.id, delivery.status);
  }
}
