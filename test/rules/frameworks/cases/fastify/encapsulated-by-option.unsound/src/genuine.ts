import { createHmac, timingSafeEqual } from 'node:crypto';

export function isGenuine(raw: Buffer | string, signature: string, secret: string): boolean {
  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}
