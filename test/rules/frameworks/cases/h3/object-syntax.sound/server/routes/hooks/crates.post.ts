import { signed } from '../../lib/signed';
import { crates } from '../../lib/crates';

export default defineEventHandler({
  onRequest: [signed],
  handler: async (event) => {
    const { crate, weight } = await readBody(event);
    await crates.insertOne({ crate, weight });
    return { ok: true };
  },
});
