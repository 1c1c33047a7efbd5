import { createHmac, timingSafeEqual } from 'node:crypto';

export function isGenuine(payload: Buffer, header: string | undefined): boolean {
  const secret = process.env.TICKET_SECRET;
  if (!secret || !header) return false;
  const mine = createHmac('sha256', secret).update(payload).digest();
  const theirs = Buffer.from(header, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}
