import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CanActivate, ExecutionContext } from '@nestjs/common';

export class DepotGuard implements CanActivate {
  constructor(private readonly secret: string) {}

  canActivate(context: ExecutionContext) {
    const { body, headers } = context.switchToHttp().getRequest();
    const mine = createHmac('sha256', this.secret)
      .update(JSON.stringify(body)) // want parsed-body-signature "serialised again"
      .digest();
    const theirs = Buffer.from(headers['x-depot-signature'] ?? '', 'hex');
    return mine.length === theirs.length && timingSafeEqual(mine, theirs);
  }
}
