import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { accounts } from './accounts';
import { readings } from './readings';

const app = express();

app.post('/hooks/meters', express.raw({ type: '*/*' }), async (req, res) => { // want missing-idempotency "`accounts.increment` counts once more"
  await accounts.increment('balance', { by: JSON.parse(req.body).kwh }); // want late-verification "before the signature is checked"
  const expected = createHmac('sha256', process.env.METER_SECRET!).update(req.body).digest();
  const received = Buffer.from(req.get('x-meter-signature') ?? '', 'hex');
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) return res.sendStatus(401);
  await readings.insertOne(JSON.parse(req.body));
  return res.sendStatus(204);
});
