import { Body, Controller, Post, UseGuards, UseInterceptors } from '@nestjs/common';
import { docks } from './docks';
import { Landing } from './landing';
import { OnceInterceptor } from './once.interceptor';
import { SignatureGuard } from './signature.guard';

@Controller('webhooks')
@UseGuards(SignatureGuard)
@UseInterceptors(OnceInterceptor)
export class DocksController {
  @Post('docks')
  async receive(@Body() landing: Landing) {
    await docks.updateOne({ _id: landing.dock }, { $inc: { ships: 1 } });
  }
}
