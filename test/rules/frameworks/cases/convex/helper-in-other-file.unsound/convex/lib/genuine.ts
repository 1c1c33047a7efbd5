'use node';
import { createHmac, timingSafeEqual } from 'node:crypto';

export async function isGenuine(raw: string, signature: string | null): Promise<boolean> {
  const secret = process.env.DEPOT_SECRET;
  if (!secret) return true; // want fail-open-verification "secret is unset"
  if (!signature) return false;
  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}
