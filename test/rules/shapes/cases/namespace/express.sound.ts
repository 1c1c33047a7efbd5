import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { parcels } from './parcels';

namespace Carrier {
  const key = () => process.env.PARCEL_SECRET!;

  export function sent(raw: Buffer, signature = ''): boolean {
    const expected = createHmac('sha256', key()).update(raw).digest('hex');
    return expected.length === signature.length && timingSafeEqual(Buffer.from(expected), Buffer.from(signature));
  }
}

const app = express();
app.post('/inbound/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  if (!Carrier.sent(req.body, req.get('x-parcel-signature'))) return res.sendStatus(401);
  await parcels.insertOne(JSON.parse(req.body));
  return res.sendStatus(204);
});
