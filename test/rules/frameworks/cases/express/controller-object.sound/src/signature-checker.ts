import { createHmac, timingSafeEqual } from 'node:crypto';

export class SignatureChecker {
  constructor(private readonly secret: string) {}

  accepts(raw: Buffer, signature: string | undefined): boolean {
    if (!signature) return false;
    const mine = createHmac('sha256', this.secret).update(raw).digest();
    const theirs = Buffer.from(signature, 'hex');
    return mine.length === theirs.length && timingSafeEqual(mine, theirs);
  }
}
