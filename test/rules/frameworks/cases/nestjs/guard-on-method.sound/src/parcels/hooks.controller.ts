import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { DepotGuard } from '../guards';
import { ParcelsService } from './parcels.service';

@Controller({ path: 'hooks', version: '1' })
export class HooksController {
  constructor(private readonly parcels: ParcelsService) {}

  @UseGuards(DepotGuard)
  @Post('parcels')
  async receive(@Body() delivery: { id: string; status: string }) {
    await this.parcels.save(delivery.id, delivery.status);
  }
}
