import { createHmac, timingSafeEqual } from 'node:crypto';

export function isGenuine(raw: Buffer, signature: string | undefined, secret: string): boolean {
  if (!signature) return false;
  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}
