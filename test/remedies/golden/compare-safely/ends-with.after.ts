import { createHmac, timingSafeEqual } from 'node:crypto';

export function genuine(header: string, raw: Buffer): boolean {
  const digest = createHmac('sha256', process.env.CI_SECRET!).update(raw).digest('hex');
  return header.startsWith('sha256=') && safeEqual(header.slice(-digest.length), digest);
}

function safeEqual(left: unknown, right: unknown): boolean {
  if (typeof left !== 'string' || typeof right !== 'string') {
    return false;
  }
  const leftBytes = Buffer.from(left);
  const rightBytes = Buffer.from(right);
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
}
