// path: src/depot/hook.controller.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Body, Controller, ForbiddenException, Headers, Post, RawBody } from '@nestjs/common';
import { parcels } from '../parcels';

@Controller('hook')
export class HookController {
  @Post()
  async receive(@RawBody() raw: Buffer, @Body() delivery: { id: string }, @Headers('x-depot-hash') hash: string) {
    const secret = process.env.DEPOT_SECRET!;
    const mine = createHmac('sha256', secret).update(raw).digest();
    const theirs = Buffer.from(hash, 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) throw new ForbiddenException();
    await parcels.insertOne({ id: delivery.id });
  }
}
