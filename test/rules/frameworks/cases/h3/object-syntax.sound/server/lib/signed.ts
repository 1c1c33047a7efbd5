import { createHmac, timingSafeEqual } from 'node:crypto';
import { createError, getHeader, type H3Event, readRawBody } from 'h3';

export async function signed(event: H3Event): Promise<void> {
  const raw = await readRawBody(event, false);
  const mine = createHmac('sha256', process.env.CRATE_SECRET!).update(raw ?? '').digest('hex');
  const theirs = getHeader(event, 'x-crate-signature') ?? '';
  if (mine.length !== theirs.length || !timingSafeEqual(Buffer.from(mine), Buffer.from(theirs))) throw createError({ statusCode: 401 });
}
