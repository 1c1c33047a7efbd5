import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

export class SignatureChecker {
  constructor(private readonly secret: string) {
    if (secret.length === 0) throw new Error('a secret is required');
  }

  accepts(req: Request & { rawBody?: Buffer }): boolean {
    const header = req.get('x-invoice-signature');
    if (header === undefined || req.rawBody === undefined) return false;
    const mine = createHmac('sha256', this.secret).update(req.rawBody).digest();
    const theirs = Buffer.from(header, 'hex');
    return mine.length === theirs.length && timingSafeEqual(mine, theirs);
  }
}
