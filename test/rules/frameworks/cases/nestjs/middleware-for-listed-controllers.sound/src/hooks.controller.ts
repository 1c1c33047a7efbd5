import { Body, Controller, Post } from '@nestjs/common';
import { parcels } from './parcels';

@Controller('hooks')
export class HooksController {
  @Post('parcels')
  async receive(@Body() delivery: { id: string }) {
    await parcels.insertOne({ id: delivery.id });
  }
}
