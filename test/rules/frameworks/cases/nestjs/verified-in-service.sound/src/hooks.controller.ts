import { Controller, Headers, Post, type RawBodyRequest, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DeliveriesService } from './deliveries.service';

@Controller('hooks')
export class HooksController {
  constructor(private readonly deliveries: DeliveriesService) {}

  @Post('parcels')
  receive(@Headers('x-depot-signature') signature: string, @Req() req: RawBodyRequest<FastifyRequest>) {
    return this.deliveries.accept(signature, req.rawBody!);
  }
}
