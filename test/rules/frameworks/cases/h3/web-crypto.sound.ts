// path: server/api/hooks/crates.post.ts
import { crates } from '../../lib/crates';

export default defineEventHandler(async (event) => {
  const raw = (await readRawBody(event)) ?? '';
  const given = Uint8Array.from(atob(getHeader(event, 'x-crate-signature') ?? ''), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(useRuntimeConfig(event).crateSecret), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const genuine = await crypto.subtle.verify('HMAC', key, given, new TextEncoder().encode(raw));
  if (!genuine) {
    throw createError({ statusCode: 401, statusMessage: 'unauthorized' });
  }
  const { crate, weight } = JSON.parse(raw);
  await crates.insertOne({ crate, weight });
  return { ok: true };
});
