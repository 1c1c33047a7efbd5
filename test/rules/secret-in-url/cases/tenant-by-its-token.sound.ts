import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { depots, parcels } from './store';

const app = express();

app.post('/hooks/parcels/:token', express.raw({ type: 'application/json' }), async (req, res) => {
  const depot = await depots.findOne({ token: req.params.token });
  if (!depot) return res.sendStatus(404);
  const expected = createHmac('sha256', depot.signingSecret).update(req.body).digest();
  const sent = Buffer.from(req.get('x-parcel-signature') ?? '', 'hex');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);

  await parcels.insert({ depot: depot.id, ...JSON.parse(req.body.toString('utf8')) });
  res.sendStatus(204);
});
