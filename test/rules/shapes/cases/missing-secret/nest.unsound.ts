// path: src/meters/meters.controller.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Controller, type RawBodyRequest, Headers, HttpException, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { ReadingsService } from './readings.service';

@Controller('hooks')
export class MetersController {
  constructor(private readonly readings: ReadingsService) {}

  @Post('meters')
  async receive(@Req() req: RawBodyRequest<Request>, @Headers('x-meter-signature') signature: string | undefined) {
    const raw = req.rawBody!;
    const secret = process.env.METER_SECRET;
    if (secret) { // want fail-open-verification "secret is unset"
      const mine = createHmac('sha256', secret).update(raw).digest();
      const theirs = Buffer.from(signature ?? '', 'hex');
      if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) throw new HttpException('refused', 401);
    }

    const { meter, kwh } = JSON.parse(raw.toString('utf8'));
    await this.readings.insert({ meter, kwh });
    return { stored: true };
  }
}
