import { isGenuine } from '@yard/signing';
import { crates } from '../../lib/crates';

export default defineEventHandler(async (event) => {
  const raw = (await readRawBody(event)) ?? '';
  if (!isGenuine(raw, getHeader(event, 'x-crate-signature'), useRuntimeConfig(event).crateSecret)) {
    throw createError({ statusCode: 401, statusMessage: 'unauthorized' });
  }
  const { crate, weight } = JSON.parse(raw);
  await crates.insertOne({ crate, weight });
  return { ok: true };
});
