import { Body, Controller, Post } from '@nestjs/common';
import { Signed } from './signed.decorator';
import { parcels } from './parcels';

@Controller('hooks')
export class HooksController {
  @Signed()
  @Post('parcels')
  async receive(@Body() delivery: { id: string }) {
    await parcels.insertOne({ id: delivery.id });
  }
}
