import { createHmac, timingSafeEqual } from 'node:crypto';

export const isGenuine = (secret: string, raw: Buffer, header: string): boolean => {
  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(header, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
};
