import { createHmac, timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';

@Injectable()
export class SignatureGuard implements CanActivate {
  constructor(private readonly config: ConfigService) {}

  canActivate(context: ExecutionContext): boolean {
    const req = context.switchToHttp().getRequest();
    const signature = req.headers['x-meter-signature'];
    if (!signature) return false;

    const mine = createHmac('sha256', this.config.getOrThrow('METER_SECRET')).update(req.rawBody).digest();
    const theirs = Buffer.from(signature, 'hex');
    return mine.length === theirs.length && timingSafeEqual(mine, theirs);
  }
}
