import { Body, Controller, Post } from '@nestjs/common';
import { ParcelStore } from './parcel-store';

@Controller('hooks')
export class ParcelHooks {
  constructor(private readonly store: ParcelStore) {}

  @Post('parcels') // want missing-signature-verification "has no signature check"
  async receive(@Body() event: { tracking: string }) {
    await this.store.insert(event);
  }
}
