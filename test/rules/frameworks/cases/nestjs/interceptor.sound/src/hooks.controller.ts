import { Body, Controller, Post, UseInterceptors } from '@nestjs/common';
import { SignatureInterceptor } from './signature.interceptor';
import { parcels } from './parcels';

@Controller('hooks')
@UseInterceptors(SignatureInterceptor)
export class HooksController {
  @Post('parcels')
  async receive(@Body() delivery: { id: string }) {
    await parcels.insertOne({ id: delivery.id });
  }
}
