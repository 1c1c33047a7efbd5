import { createHmac } from 'node:crypto';

export const isFresh = (seconds: number): boolean => Math.abs(Date.now() / 1000 - seconds) <= 300;

export function isGenuine(secret: string, signed: string, header: string): boolean {
  return createHmac('sha256', secret).update(signed).digest('hex') === header; // want weak-signature-comparison "constant time"
}
