import { timingSafeEqual } from 'node:crypto';
import express from 'express';
import { digestOf } from './digest';
import { parcels } from './store';

export const router = express.Router();

router.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = Buffer.from(digestOf(req.body));
  const sent = Buffer.from(req.get('x-parcel-signature') ?? '');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);  // want weak-signature-algorithm "no MAC"

  await parcels.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
