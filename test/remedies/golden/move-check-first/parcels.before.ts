import crypto from 'node:crypto';
import express from 'express';
import { parcels } from './parcels.js';

const app = express();

app.post('/inbox', express.raw({ type: '*/*' }), async (req, res) => {
  const parcel = JSON.parse(req.body.toString('utf8'));
  await parcels.insert({ id: parcel.id });

  // Signed with the key of the depot.
  const expected = crypto.createHmac('sha256', process.env.DEPOT_KEY!).update(req.body).digest('hex');
  const sent = req.get('x-depot-signature') ?? '';
  if (sent.length !== expected.length || !crypto.timingSafeEqual(Buffer.from(sent), Buffer.from(expected))) {
    return res.sendStatus(401);
  }

  res.sendStatus(204);
});
