import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { ReadingsService } from './readings.service';
import { SignatureGuard } from './signature.guard';

@Controller('hooks')
@UseGuards(SignatureGuard)
export class MetersController {
  constructor(private readonly readings: ReadingsService) {}

  @Post('meters')
  async receive(@Body() body: { meter: string; kwh: number }) {
    await this.readings.save(body.meter, body.kwh);
    return { stored: true };
  }
}
