// path: src/meters/meters.controller.ts
import { Controller, type RawBodyRequest, HttpException, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { ReadingsService } from './readings.service';

@Controller('hooks')
export class MetersController {
  constructor(private readonly readings: ReadingsService) {}

  @Post('meters') // want missing-signature-verification "no signature"
  async receive(@Req() req: RawBodyRequest<Request>) {
    const raw = req.rawBody!;

    const { meter, kwh } = JSON.parse(raw.toString('utf8'));
    await this.readings.insert({ meter, kwh });
    return { stored: true };
  }
}
