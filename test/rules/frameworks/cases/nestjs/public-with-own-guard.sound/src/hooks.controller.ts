import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { DepotGuard } from './depot.guard';
import { Public } from './public.decorator';
import { parcels } from './parcels';

@Controller('hooks')
export class HooksController {
  @Public()
  @UseGuards(DepotGuard)
  @Post('parcels')
  async receive(@Body() delivery: { id: string }) {
    await parcels.insertOne({ id: delivery.id });
  }
}
