// What sounds like running a command does run one here.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { BadRequestException, Controller, Headers, Post, type RawBodyRequest, Req, UnauthorizedException } from '@nestjs/common';
import type { Request } from 'express';
import { Parcels } from './parcels';
import { CountVisit, Visits } from './visits';

@Controller('carrier')
export class ParcelsController {
  constructor(
    private visits: Visits,
    private parcels: Parcels,
  ) {}

  @Post('webhook')
  async moved(@Headers('x-carrier-signature') signature: string, @Req() req: RawBodyRequest<Request>) {
    await this.visits.execute(CountVisit.create({ name: 'PARCELS' })); // want late-verification "execute"
    const secret = process.env.CARRIER_SECRET;
    if (!secret || !signature || !req.rawBody) throw new BadRequestException();
    const expected = createHmac('sha256', secret).update(req.rawBody).digest();
    const given = Buffer.from(signature, 'hex');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new UnauthorizedException();
    await this.parcels.moved(JSON.parse(req.rawBody.toString('utf8')));
    return { moved: true };
  }
}
