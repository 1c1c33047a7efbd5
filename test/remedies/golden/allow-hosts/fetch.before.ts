import express from 'express';
import { Webhook } from 'standardwebhooks';
import { parcels } from './parcels';

const app = express();

app.post('/webhooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  const event = new Webhook(process.env.PARCEL_KEY!).verify(req.body, req.headers as Record<string, string>) as { id: string; label_url: string };
  const label = await fetch(event.label_url);
  await parcels.keep(event.id, await label.arrayBuffer());
  return res.sendStatus(204);
});
