import { createHmac, timingSafeEqual } from 'node:crypto';

export function isAuthentic(body: string, timestamp: string, signature: string): boolean {
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300)) return false;
  const expected = Buffer.from(`v0=${createHmac('sha256', process.env.CHAT_SECRET!).update(`v0:${timestamp}:${body}`).digest('hex')}`);
  const sent = Buffer.from(signature);
  return sent.length === expected.length && timingSafeEqual(sent, expected);
}
