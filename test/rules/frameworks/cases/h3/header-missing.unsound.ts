// path: server/api/hooks/crates.post.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { crates } from '../../lib/crates';

export default defineEventHandler(async (event) => {
  const raw = (await readRawBody(event)) ?? '';
  const signature = getHeader(event, 'x-crate-signature');
  if (signature) { // want fail-open-verification "header is missing"
    const mine = createHmac('sha256', useRuntimeConfig(event).crateSecret).update(raw).digest();
    const theirs = Buffer.from(signature, 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
      throw createError({ statusCode: 401, statusMessage: 'unauthorized' });
    }
  }
  const { crate, weight } = JSON.parse(raw);
  await crates.insertOne({ crate, weight });
  return { ok: true };
});
