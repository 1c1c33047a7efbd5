import { timingSafeEqual } from 'node:crypto';

export function isSecret(sent: string): boolean {
  const kept = process.env.PARCEL_SECRET!;
  return sent.length === kept.length && timingSafeEqual(Buffer.from(sent), Buffer.from(kept));
}
