import { Controller, Post } from '@nestjs/common';
import { Delivery } from './delivery.decorator';
import { parcels } from './parcels';

@Controller('hooks')
export class HooksController {
  @Post('parcels') // want missing-signature-verification "no signature"
  async receive(@Delivery() delivery: { id: string }) {
    await parcels.insertOne({ id: delivery.id });
  }
}
