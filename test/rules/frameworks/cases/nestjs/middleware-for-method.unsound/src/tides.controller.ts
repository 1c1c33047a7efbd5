import { Body, Controller, Post } from '@nestjs/common';
import { tides } from './tides';

@Controller('tides')
export class TidesController {
  @Post('webhook') // want missing-signature-verification "no signature"
  async turned(@Body() body: { at: string }) {
    await tides.insertOne({ at: body.at });
  }
}
