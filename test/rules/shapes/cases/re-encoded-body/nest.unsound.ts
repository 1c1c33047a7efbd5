// path: src/meters/meters.controller.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Body, Controller, Headers, Post, UnauthorizedException } from '@nestjs/common';
import { ReadingsService } from './readings.service';

@Controller('hooks')
export class MetersController {
  constructor(private readonly readings: ReadingsService) {}

  @Post('meters')
  async receive(@Body() body: { meter: string; kwh: number }, @Headers('x-meter-signature') signature = '') {
    const mine = createHmac('sha256', process.env.METER_SECRET!).update(JSON.stringify(body)).digest(); // want parsed-body-signature "serialised again"
    const theirs = Buffer.from(signature, 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) throw new UnauthorizedException();

    await this.readings.insert({ meter: body.meter, kwh: body.kwh });
    return { stored: true };
  }
}
