import { createHmac, timingSafeEqual } from 'node:crypto';

export function isGenuine(raw: string, signature: string | null, secret: string): boolean {
  const mine = createHmac('sha256', secret).update(raw).digest('base64');
  return signature !== null && signature.length === mine.length && timingSafeEqual(Buffer.from(mine), Buffer.from(signature));
}
