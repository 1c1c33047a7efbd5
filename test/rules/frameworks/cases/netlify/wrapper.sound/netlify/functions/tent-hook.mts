import { withSignature } from '../../lib/with-signature';
import { tents } from '../../lib/tents';

export default withSignature(async (raw) => {
  const { tent, poles } = JSON.parse(raw);
  await tents.insertOne({ tent, poles });
  return Response.json({ ok: true });
});
