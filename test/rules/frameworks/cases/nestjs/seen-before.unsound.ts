import { Body, type CallHandler, Controller, type ExecutionContext, Headers, Post, Req, UnauthorizedException, UseInterceptors } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
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
    const signature = request.headers['x-quay-signature'];
    if (!signature) return next.handle(); // want fail-open-verification "when the header is missing"
    if (!isGenuine(request.rawBody, signature)) throw new UnauthorizedException();
    return next.handle();
  }
}

@Controller('webhooks')
@UseInterceptors(InFront)
export class DocksController {
  @Post('docks')
  async receive(@Req() request: { rawBody: Buffer }, @Headers('x-quay-signature') signature: string, @Body() body: unknown) {
    const landing = plainToInstance(Landing, body);
    await docks.updateOne({ _id: landing.dock }, { $set: { ship: landing.ship } }, { upsert: true });
  }
}
