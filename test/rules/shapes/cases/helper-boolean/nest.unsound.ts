// path: src/meters/meters.controller.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Controller, type RawBodyRequest, Headers, HttpException, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { ReadingsService } from './readings.service';

function isGenuine(raw: Buffer | string, signature: string | null | undefined): boolean {
  if (!signature) return false;
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

@Controller('hooks')
export class MetersController {
  constructor(private readonly readings: ReadingsService) {}

  @Post('meters')
  async receive(@Req() req: RawBodyRequest<Request>, @Headers('x-meter-signature') signature: string | undefined) {
    const raw = req.rawBody!;
    isGenuine(raw, signature); // want fail-open-verification "result is ignored"

    const { meter, kwh } = JSON.parse(raw.toString('utf8'));
    await this.readings.insert({ meter, kwh });
    return { stored: true };
  }
}
