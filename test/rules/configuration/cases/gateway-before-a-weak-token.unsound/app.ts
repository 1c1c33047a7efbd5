import express from 'express';
import { db } from './db';

const app = express();

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  if (req.get('authorization') !== 'Bearer ' + process.env.INTERNAL_TOKEN) return res.sendStatus(403); // want weak-signature-comparison "not in constant time"
  const event = JSON.parse(req.body.toString('utf8'));
  await db.parcels.update({ tracking: event.tracking }, { status: event.status });
  res.sendStatus(204);
});
