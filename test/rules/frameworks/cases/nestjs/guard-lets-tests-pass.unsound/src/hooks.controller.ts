import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { DepotGuard } from './depot.guard';
import { parcels } from './parcels';

@UseGuards(DepotGuard)
@Controller('hooks')
export class HooksController {
  @Post('parcels')
  async receive(@Body() delivery: { id: string }) {
    await parcels.insertOne({ id: delivery.id });
  }
}
