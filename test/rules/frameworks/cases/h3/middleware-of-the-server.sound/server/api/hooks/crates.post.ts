import { crates } from '../../lib/crates';

export default defineEventHandler(async (event) => {
  const { crate, weight } = await readBody(event);
  await crates.insertOne({ crate, weight });
  return { ok: true };
});
