import { timingSafeEqual } from 'node:crypto';

/** Compares without telling by its running time where the texts differ. */
export function safeCompare(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
