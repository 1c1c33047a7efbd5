// path: server/api/hooks/crates.post.ts
import { createHmac } from 'node:crypto';
import { crates } from '../../lib/crates';

export default defineEventHandler(async (event) => {
  const raw = (await readRawBody(event)) ?? '';
  const mine = createHmac('sha256', useRuntimeConfig(event).crateSecret).update(raw).digest('hex');
  if (mine !== getHeader(event, 'x-crate-signature')) { // want weak-signature-comparison "not in constant time"
    throw createError({ statusCode: 401, statusMessage: 'unauthorized' });
  }
  const { crate, weight } = JSON.parse(raw);
  await crates.insertOne({ crate, weight });
  return { ok: true };
});
