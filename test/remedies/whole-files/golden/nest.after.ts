import { Controller, Headers, Post, Req, Res, RawBodyRequest, BadRequestException } from '@nestjs/common';
import type { Request, Response } from 'express';
import * as crypto from 'node:crypto';
import { ParcelService } from './parcels';

@Controller('hooks')
export class HookController {
  constructor(private readonly parcels: ParcelService) {}

  @Post('a')
  async a(@Req() req: RawBodyRequest<Request>, @Res() res: Response, @Headers('x-sig') sig: string) {
    const mac = crypto.createHmac('sha256', process.env.INBOX_SECRET!).update(req.rawBody!).digest('hex');
    try {
      if (!crypto.timingSafeEqual(Buffer.from(mac), Buffer.from(sig))) throw new Error('bad');
    } catch (err) {
      res.status(400).send('bad');
      return;
    }
    await this.parcels.insert(req.body);
    res.sendStatus(204);
  }

  @Post('b')
  async b(@Req() req: RawBodyRequest<Request>, @Headers('x-sig') sig: string) {
    const mac = crypto.createHmac('sha256', process.env.INBOX_SECRET!).update(req.rawBody!).digest('hex');
    try {
      if (!crypto.timingSafeEqual(Buffer.from(mac), Buffer.from(sig))) throw new Error('bad');
    } catch (err) {
      console.error(err);
      throw new BadRequestException('Invalid signature.');
    }
    await this.parcels.insert(req.body);
    return { ok: true };
  }
}
