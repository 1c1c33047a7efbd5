import { createHmac, timingSafeEqual } from 'node:crypto';

export const isFresh = (seconds: number): boolean => Math.abs(Date.now() / 1000 - seconds) <= 300;

export function isGenuine(secret: string, signed: string, header: string): boolean {
  const mine = Buffer.from(createHmac('sha256', secret).update(signed).digest('hex'));
  const theirs = Buffer.from(header);
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}
