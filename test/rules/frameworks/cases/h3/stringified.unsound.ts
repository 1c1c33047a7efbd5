// path: server/api/hooks/crates.post.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { crates } from '../../lib/crates';

export default defineEventHandler(async (event) => {
  const parsed = await readBody(event);
  const mine = createHmac('sha256', useRuntimeConfig(event).crateSecret).update(JSON.stringify(parsed)).digest(); // want parsed-body-signature "parsed and serialised again"
  const theirs = Buffer.from(getHeader(event, 'x-crate-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    throw createError({ statusCode: 401, statusMessage: 'unauthorized' });
  }
  await crates.insertOne({ crate: parsed.crate, weight: parsed.weight });
  return { ok: true };
});
