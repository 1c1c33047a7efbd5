import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { SealGuard } from '@parcelco/nest';
import { ParcelStore } from './parcel-store';

@Controller('hooks')
export class ParcelHooks {
  constructor(private readonly store: ParcelStore) {}

  @UseGuards(SealGuard)
  @Post('parcels')
  async receive(@Body() event: { tracking: string }) {
    await this.store.insert(event);
  }
}
