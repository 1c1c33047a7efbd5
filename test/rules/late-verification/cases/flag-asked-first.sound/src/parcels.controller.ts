// Objects are made and a setting is looked up in front of the check; neither changes anything.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { BadRequestException, Controller, Headers, Post, type RawBodyRequest, Req, UnauthorizedException } from '@nestjs/common';
import type { Request } from 'express';
import { AskFlag, Flags } from './flags';
import { Parcels } from './parcels';

@Controller('carrier')
export class ParcelsController {
  constructor(
    private flags: Flags,
    private parcels: Parcels,
  ) {}

  @Post('webhook')
  async moved(@Headers('x-carrier-signature') signature: string, @Req() req: RawBodyRequest<Request>) {
    const isOn = await this.flags.execute(AskFlag.create({ name: 'PARCELS' }));
    if (!isOn) return { skipped: true };
    const secret = process.env.CARRIER_SECRET;
    if (!secret || !signature || !req.rawBody) throw new BadRequestException();
    const expected = createHmac('sha256', secret).update(req.rawBody).digest();
    const given = Buffer.from(signature, 'hex');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new UnauthorizedException();
    await this.parcels.moved(JSON.parse(req.rawBody.toString('utf8')));
    return { moved: true };
  }
}
