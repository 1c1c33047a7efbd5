import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';

@Injectable()
export class SignatureGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest();
    const mine = createHmac('sha256', process.env.QUAY_SECRET!).update(request.rawBody).digest();
    const theirs = Buffer.from(request.headers['x-quay-signature'] ?? '', 'hex');
    return mine.length === theirs.length && timingSafeEqual(mine, theirs);
  }
}
