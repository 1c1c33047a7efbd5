import { createHmac, timingSafeEqual } from 'node:crypto';

export function isGenuine(raw: string, received = ''): boolean {
  const expected = createHmac('sha256', process.env.BARGE_SECRET!).update(raw).digest('hex');
  return received.length === expected.length && timingSafeEqual(Buffer.from(received), Buffer.from(expected));
}
