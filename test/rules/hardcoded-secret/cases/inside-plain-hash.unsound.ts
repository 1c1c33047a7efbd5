// path: src/depot/hook.controller.ts
import { timingSafeEqual } from 'node:crypto';
import { Body, Controller, ForbiddenException, Headers, Post, RawBody } from '@nestjs/common';
import md5 from 'md5';
import { parcels } from '../parcels';

@Controller('hook')
export class HookController {
  @Post()
  async receive(@RawBody() raw: Buffer, @Body() delivery: { id: string }, @Headers('x-depot-hash') hash: string) {
    const secret = 'b0c1d2e3f4a5968778695a4b3c2d1e0f'; // want hardcoded-secret "in the source"
    const mine = Buffer.from(md5('depot' + raw + secret), 'hex');
    const theirs = Buffer.from(hash, 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) throw new ForbiddenException(); // want weak-signature-algorithm "plain hash"
    await parcels.insertOne({ id: delivery.id });
  }
}
