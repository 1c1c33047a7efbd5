// path: server/api/hooks/crates.post.ts
import { crates } from '../../lib/crates';
import { createHmac, timingSafeEqual } from 'node:crypto';

export default defineEventHandler(async (event) => {
  const secret = useRuntimeConfig(event).crateSecret;
  if (!secret) {
    throw createError({ statusCode: 500, statusMessage: 'not configured' });
  }
  const raw = (await readRawBody(event)) ?? '';
  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(getHeader(event, 'x-crate-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    throw createError({ statusCode: 401, statusMessage: 'unauthorized' });
  }
  const { crate, weight } = JSON.parse(raw);
  await crates.insertOne({ crate, weight });
  return { ok: true };
});
