import { crates } from '../../lib/crates';

export default defineEventHandler(async (event) => { // want missing-signature-verification "no signature check"
  const { crate, weight } = await readBody(event);
  await crates.insertOne({ crate, weight });
  return { ok: true };
});
