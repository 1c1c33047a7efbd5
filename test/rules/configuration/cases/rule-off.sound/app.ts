import express from 'express';
import { db } from './db';

const app = express();

app.post('/hooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  const event = JSON.parse(req.body.toString('utf8'));
  await db.parcels.update({ tracking: String(event.tracking) }, { status: String(event.status) });
  res.sendStatus(204);
});
