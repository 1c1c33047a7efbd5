import { withSignature } from '../../lib/with-signature';
import { crates } from '../../lib/crates';

export default withSignature(async (_event, raw) => {
  const { crate, weight } = JSON.parse(raw);
  await crates.insertOne({ crate, weight });
  return { ok: true };
});
