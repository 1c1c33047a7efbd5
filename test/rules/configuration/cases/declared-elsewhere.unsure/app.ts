import express from 'express';
import { checkDelivery } from '@parcelco/inbox-guard';
import { db } from './db';

const app = express();

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => { // want-note missing-signature-verification "checkDelivery"
  if (!checkDelivery(req.body, req.get('x-parcel-signature'))) return res.sendStatus(401);
  const event = JSON.parse(req.body.toString('utf8'));
  await db.parcels.update({ tracking: event.tracking }, { status: event.status });
  res.sendStatus(204);
});
