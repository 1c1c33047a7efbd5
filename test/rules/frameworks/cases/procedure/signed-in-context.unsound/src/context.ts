import { createHmac, timingSafeEqual } from 'node:crypto';
import { TRPCError } from '@trpc/server';

export function assertSigned(rawBody: Buffer, header: string | undefined): void {
  const secret = process.env.QUARRY_SECRET;
  if (!secret || !header) return; // want fail-open-verification "header is missing"
  const mine = createHmac('sha256', secret).update(rawBody).digest();
  const theirs = Buffer.from(header, 'base64');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) throw new TRPCError({ code: 'UNAUTHORIZED' });
}
