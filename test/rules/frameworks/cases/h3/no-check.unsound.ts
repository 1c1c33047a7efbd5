// path: server/api/hooks/crates.post.ts
import { crates } from '../../lib/crates';

export default defineEventHandler(async (event) => { // want missing-signature-verification "no signature check"
  const raw = (await readRawBody(event)) ?? '';
  const { crate, weight } = JSON.parse(raw);
  await crates.insertOne({ crate, weight });
  return { ok: true };
});
