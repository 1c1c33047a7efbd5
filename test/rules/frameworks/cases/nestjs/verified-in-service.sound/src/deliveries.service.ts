import { ForbiddenException, Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { isGenuine } from './genuine';
import { parcels } from './parcels';

@Injectable()
export class DeliveriesService {
  constructor(private readonly config: ConfigService<{ DEPOT_SECRET: string }, true>) {}

  async accept(signature: string, raw: Buffer) {
    this.assertGenuine(signature, raw);
    await parcels.insertOne(JSON.parse(raw.toString('utf8')));
  }

  private assertGenuine(signature: string, raw: Buffer): void {
    if (!signature || !isGenuine(raw, signature, this.config.getOrThrow('DEPOT_SECRET', { infer: true }))) throw new ForbiddenException();
  }
}
