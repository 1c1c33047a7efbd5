import express from 'express';
import { MongoClient } from 'mongodb';
import { Webhook } from 'standardwebhooks';

const db = new MongoClient(process.env.MONGO_URL!).db('post');
const app = express();

app.post('/webhooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  const event = new Webhook(process.env.PARCEL_KEY!).verify(req.body, req.headers as Record<string, string>) as { kind: string; id: string };
  await db.collection(event.kind).deleteOne({ id: event.id });
  return res.sendStatus(204);
});
