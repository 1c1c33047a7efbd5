import express from 'express';
import { checkDelivery } from '@parcelco/inbox-guard';
import { db } from './db';

const app = express();

app.post('/v1/sync', express.raw({ type: 'application/json' }), async (req, res) => {
  checkDelivery(req.body, req.get('x-proof')); // want fail-open-verification "ignored"
  const event = JSON.parse(req.body.toString('utf8'));
  await db.parcels.update({ tracking: event.tracking }, { status: event.status });
  res.sendStatus(204);
});
