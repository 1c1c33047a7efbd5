import { createHmac, timingSafeEqual } from 'node:crypto';

export function isGenuine(raw: Buffer, header: string, secret: string): boolean {
  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(header, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}
