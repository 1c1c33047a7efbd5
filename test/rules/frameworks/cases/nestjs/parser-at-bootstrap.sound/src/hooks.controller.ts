import { Controller, Post, Req, UnauthorizedException } from '@nestjs/common';
import type { Request } from 'express';
import { isGenuine } from './genuine';
import { parcels } from './parcels';

@Controller('hooks')
export class HooksController {
  @Post('parcels')
  async receive(@Req() req: Request) {
    const signature = req.get('x-depot-signature');
    if (!signature || !isGenuine(req.body, signature, process.env.DEPOT_SECRET!)) throw new UnauthorizedException();
    await parcels.insertOne(JSON.parse(req.body.toString('utf8')));
  }
}
