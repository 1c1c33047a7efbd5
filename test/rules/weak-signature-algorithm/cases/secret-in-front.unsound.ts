import { createHash, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { parcels } from './parcels';

const app = express();

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = Buffer.from(createHash('sha256').update(process.env.PARCEL_SECRET + req.body.toString('utf8')).digest('hex'));
  const sent = Buffer.from(req.get('x-parcel-signature') ?? '');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);  // want weak-signature-algorithm "no MAC"

  await parcels.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
