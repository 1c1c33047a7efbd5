import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';

@Injectable()
export class SignatureService {
  private readonly secret: string;

  constructor(config: ConfigService) {
    this.secret = config.getOrThrow<string>('DEPOT_SECRET');
  }

  isGenuine(raw: Buffer, signature: string): boolean {
    const mine = createHmac('sha256', this.secret).update(raw).digest();
    const theirs = Buffer.from(signature, 'hex');
    return mine.length === theirs.length && timingSafeEqual(mine, theirs);
  }
}
