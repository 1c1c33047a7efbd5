import { createHmac, timingSafeEqual } from 'node:crypto';
import { key } from './settings';

export function isGenuine(raw: string, received: string | null): boolean {
  const expected = createHmac('sha256', key()).update(raw).digest('hex');
  return received !== null && expected.length === received.length && timingSafeEqual(Buffer.from(expected), Buffer.from(received));
}
