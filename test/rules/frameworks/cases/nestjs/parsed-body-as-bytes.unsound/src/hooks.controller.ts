import { createHmac, timingSafeEqual } from 'node:crypto';
import { Controller, Post, Req, UnauthorizedException } from '@nestjs/common';
import type { Request } from 'express';
import { parcels } from './parcels';

@Controller('hooks')
export class HooksController {
  @Post('parcels')
  async receive(@Req() req: Request) {
    const mine = createHmac('sha256', process.env.DEPOT_SECRET!)
      .update(req.body) // want parsed-body-signature "already parsed"
      .digest();
    const theirs = Buffer.from(req.get('x-depot-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) throw new UnauthorizedException();
    await parcels.insertOne({ id: req.body.id });
  }
}
