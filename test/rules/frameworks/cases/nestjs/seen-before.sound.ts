import { Body, type CallHandler, Controller, type ExecutionContext, Headers, Post, Req, UnauthorizedException, UseInterceptors } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { checkQuota } from '@heath/quota';
import { plainToInstance } from 'class-transformer';
import { of } from 'rxjs';
import { docks, seen } from './docks';
import { Landing } from './landing';

function isGenuine(raw: Buffer, signature: string): boolean {
  const mine = createHmac('sha256', process.env.QUAY_SECRET!).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

class InFront {
  async intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest();
    const key = request.headers['idempotency-key'.toLowerCase()];
    if (!key) return next.handle();
    await checkQuota(request, key);
    const before = await seen.findOne({ _id: String(key) });
    if (before) return of(before.answer);
    return next.handle();
  }
}

@Controller('webhooks')
@UseInterceptors(InFront)
export class DocksController {
  @Post('docks')
  async receive(@Req() request: { rawBody: Buffer }, @Headers('x-quay-signature') signature: string, @Body() body: unknown) {
    const landing = plainToInstance(Landing, body);
    if (!signature || !isGenuine(request.rawBody, signature)) throw new UnauthorizedException();
    await docks.updateOne({ _id: landing.dock }, { $set: { ship: landing.ship } }, { upsert: true });
  }
}
