import { withSignature } from '../../lib/with-signature';
import { crates } from '../../lib/crates';

export const other = withSignature(async () => ({ ok: true }));

export default defineEventHandler(async (event) => { // want missing-signature-verification "no signature check"
  const raw = (await readRawBody(event)) ?? '';
  const { crate, weight } = JSON.parse(raw);
  await crates.insertOne({ crate, weight });
  return { ok: true };
});
