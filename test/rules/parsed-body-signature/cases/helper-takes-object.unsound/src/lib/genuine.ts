import { createHmac, timingSafeEqual } from 'node:crypto';

export function isGenuine(payload: unknown, header: string | undefined): boolean {
  const secret = process.env.TICKET_SECRET;
  if (!secret || !header) return false;
  const text = JSON.stringify(payload);
  const mine = createHmac('sha256', secret).update(text).digest(); // want parsed-body-signature "serialised again"
  const theirs = Buffer.from(header, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}
