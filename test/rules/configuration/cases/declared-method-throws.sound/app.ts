import express from 'express';
import { Inbox } from '@parcelco/inbox';
import { db } from './db';

const inbox = new Inbox(process.env.PARCELCO_SECRET);
const app = express();

app.post('/hooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  let event;
  try {
    event = inbox.open(req.body, req.headers);
  } catch {
    return res.sendStatus(401);
  }
  await db.parcels.update({ tracking: event.tracking }, { status: event.status });
  res.sendStatus(204);
});
