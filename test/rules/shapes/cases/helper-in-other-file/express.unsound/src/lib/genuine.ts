import { createHmac, timingSafeEqual } from 'node:crypto';

export function isGenuine(raw: Buffer | string, signature: string | null | undefined): boolean {
  const secret = process.env.METER_SECRET;
  if (!secret) return true; // want fail-open-verification "secret is unset"
  if (!signature) return false;
  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}
