import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { MongoClient } from 'mongodb';
import { secret } from './vault';

const parcels = new MongoClient(process.env.MONGO_URL!).db('parcels').collection('parcels');
const app = express();

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const key = await secret('parcel-hook-secret');
  const mine = createHmac('sha256', key).update(req.body).digest();
  const theirs = Buffer.from(req.get('x-parcel-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);

  const event = JSON.parse(req.body.toString('utf8'));
  await parcels.updateOne({ tracking: event.tracking }, { $set: { status: event.status } });
  res.sendStatus(204);
});
