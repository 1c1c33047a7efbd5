import { createHmac, timingSafeEqual } from 'node:crypto';
import type { H3Event } from 'h3';

export async function assertGenuine(event: H3Event): Promise<string> {
  const raw = (await readRawBody(event)) ?? '';
  const { crateSecret } = useRuntimeConfig(event);
  if (!crateSecret) return raw; // want fail-open-verification "secret is unset"
  const mine = createHmac('sha256', crateSecret).update(raw).digest();
  const theirs = Buffer.from(getHeader(event, 'x-crate-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) throw createError({ statusCode: 401 });
  return raw;
}
