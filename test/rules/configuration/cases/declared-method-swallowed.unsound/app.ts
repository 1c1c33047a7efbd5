import express from 'express';
import { Inbox } from '@parcelco/inbox';
import { db } from './db';

const inbox = new Inbox(process.env.PARCELCO_SECRET);
const app = express();

app.post('/hooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  let event = JSON.parse(req.body.toString('utf8'));
  try {
    event = inbox.open(req.body, req.headers);
  } catch (error) { // want fail-open-verification "catches it and goes on"
    console.warn('unreadable parcel', error);
  }
  await db.parcels.update({ tracking: event.tracking }, { status: event.status });
  res.sendStatus(204);
});
