import { Body, Controller, Headers, HttpCode, Post, RawBodyRequest, Req, UnauthorizedException, UsePipes, ValidationPipe } from '@nestjs/common';
import type { Request } from 'express';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { sluices } from './sluices';

@Controller('webhooks')
export class SluiceController {
  @Post('sluices')
  @HttpCode(204)
  @UsePipes(new ValidationPipe())
  async opened(@Req() req: RawBodyRequest<Request>, @Headers('x-sluice-signature') signature: string, @Body() body: { id: string }) {
    const mine = createHmac('sha256', process.env.SLUICE_SECRET!).update(req.rawBody!).digest();
    const theirs = Buffer.from(signature ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) throw new UnauthorizedException();
    await sluices.insertOne({ id: body.id });
  }
}
