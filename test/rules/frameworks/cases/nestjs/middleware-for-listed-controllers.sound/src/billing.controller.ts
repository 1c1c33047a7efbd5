import { Body, Controller, Post } from '@nestjs/common';
import { parcels } from './parcels';

@Controller('hooks/billing')
export class BillingController {
  @Post()
  async receive(@Body() delivery: { id: string }) {
    await parcels.updateOne({ id: delivery.id }, { $set: { paid: true } });
  }
}
