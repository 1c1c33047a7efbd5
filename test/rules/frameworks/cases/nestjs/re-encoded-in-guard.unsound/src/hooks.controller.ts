import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { DepotGuard } from './depot.guard';
import { parcels } from './parcels';

@Controller('hooks')
export class HooksController {
  @UseGuards(new DepotGuard(process.env.DEPOT_SECRET!))
  @Post('parcels')
  async receive(@Body() delivery: { id: string }) {
    await parcels.insertOne({ id: delivery.id });
  }
}
