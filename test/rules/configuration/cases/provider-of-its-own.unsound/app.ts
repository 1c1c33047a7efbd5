import express from 'express';
import { db } from './db';

const app = express();

app.post('/v1/sync', express.raw({ type: '*/*' }), async (req, res) => { // want missing-signature-verification "has no signature check"
  if (req.get('x-parcelco-topic') !== 'moved') return res.sendStatus(204);
  const event = JSON.parse(req.body.toString('utf8'));
  await db.parcels.insert(event);
  res.sendStatus(204);
});
