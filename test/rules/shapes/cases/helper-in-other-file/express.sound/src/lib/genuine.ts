import { createHmac, timingSafeEqual } from 'node:crypto';

export function isGenuine(raw: Buffer | string, signature: string | null | undefined): boolean {
  if (!signature) return false;
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}
