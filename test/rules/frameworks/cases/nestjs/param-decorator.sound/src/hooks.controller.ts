import { Controller, Post } from '@nestjs/common';
import { Delivery } from './delivery.decorator';
import { parcels } from './parcels';

@Controller('hooks')
export class HooksController {
  @Post('parcels')
  async receive(@Delivery() delivery: { id: string }) {
    await parcels.insertOne({ id: delivery.id });
  }
}
