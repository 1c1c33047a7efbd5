import { createHmac, timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';

@Injectable()
export class DepotGuard implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(request.rawBody).digest();
    const theirs = Buffer.from(String(request.headers['x-depot-signature'] ?? ''), 'hex');
    return mine.length === theirs.length && timingSafeEqual(mine, theirs);
  }
}
