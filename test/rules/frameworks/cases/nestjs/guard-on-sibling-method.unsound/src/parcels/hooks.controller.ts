import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { DepotGuard } from '../guards/depot.guard';
import { ParcelsService } from './parcels.service';

@Controller('hooks')
export class HooksController {
  constructor(private readonly parcels: ParcelsService) {}

  @UseGuards(DepotGuard)
  @Post('parcels')
  async receive(@Body() delivery: { id: string; status: string }) {
    await this.parcels.save(delivery.id, delivery.status);
  }

  @Post('returns') // want missing-signature-verification "no signature"
  async returned(@Body() delivery: { id: string }) {
    await this.parcels.save(delivery.id, 'returned');
  }
}
