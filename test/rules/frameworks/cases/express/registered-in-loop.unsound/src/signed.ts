import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

export function isSigned(req: Request): boolean {
  const mine = createHmac('sha256', process.env.CELLAR_SECRET!).update(req.body).digest();
  const theirs = Buffer.from(req.get('x-cellar-signature') ?? '', 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}
