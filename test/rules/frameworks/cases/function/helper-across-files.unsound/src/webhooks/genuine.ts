import { createHmac, timingSafeEqual } from 'node:crypto';
import { settings } from '../settings';

export function isGenuine(rawBody: string, signature: string | undefined): boolean {
  if (!settings.kilnSecret) return true; // want fail-open-verification "secret is unset"
  if (!signature) return false;
  const mine = createHmac('sha256', settings.kilnSecret).update(rawBody).digest();
  const theirs = Buffer.from(signature, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}
