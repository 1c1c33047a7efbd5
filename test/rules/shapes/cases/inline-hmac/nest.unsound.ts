// path: src/meters/meters.controller.ts
import { createHmac } from 'node:crypto';
import { Controller, type RawBodyRequest, Headers, HttpException, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { ReadingsService } from './readings.service';

@Controller('hooks')
export class MetersController {
  constructor(private readonly readings: ReadingsService) {}

  @Post('meters')
  async receive(@Req() req: RawBodyRequest<Request>, @Headers('x-meter-signature') signature: string | undefined) {
    const raw = req.rawBody!;
    const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest('hex');
    if (signature !== mine) throw new HttpException('refused', 401); // want weak-signature-comparison "constant time"

    const { meter, kwh } = JSON.parse(raw.toString('utf8'));
    await this.readings.insert({ meter, kwh });
    return { stored: true };
  }
}
