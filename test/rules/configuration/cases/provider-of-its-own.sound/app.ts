import { Client } from '@parcelco/sdk';
import express from 'express';
import { db } from './db';

const client = new Client(process.env.PARCELCO_SECRET);
const app = express();

app.post('/v1/sync', express.raw({ type: '*/*' }), async (req, res) => {
  if (req.get('x-parcelco-topic') !== 'moved') return res.sendStatus(204);
  const event = client.open(req.body, req.get('x-parcelco-seal'));
  if (event === null) return res.sendStatus(401);
  await db.parcels.insert(event);
  res.sendStatus(204);
});
