import { withSignature } from '../../lib/with-signature';
import { ferrys } from '../../lib/ferrys';

export default {
  fetch: withSignature(async (raw) => {
    const { ferry, cars } = JSON.parse(raw);
    await ferrys.insertOne({ ferry, cars });
    return Response.json({ ok: true });
  }),
};
