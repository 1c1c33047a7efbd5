import { createHmac, timingSafeEqual } from 'node:crypto';

export function isGenuine(raw: string, signature = ''): boolean {
  const mine = createHmac('sha256', process.env.WAGON_SECRET!).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}
