import { createHmac, timingSafeEqual } from 'node:crypto';
import { settings } from '#yard/settings';
import { crates } from '#yard/crates';

export default defineEventHandler(async (event) => {
  const raw = (await readRawBody(event)) ?? '';
  if (!settings.crateSecret) {
    throw createError({ statusCode: 500, statusMessage: 'not configured' });
  }
  const mine = createHmac('sha256', settings.crateSecret).update(raw).digest();
  const theirs = Buffer.from(getHeader(event, 'x-crate-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    throw createError({ statusCode: 401, statusMessage: 'unauthorized' });
  }
  const { crate, weight } = JSON.parse(raw);
  await crates.insertOne({ crate, weight });
  return { ok: true };
});
