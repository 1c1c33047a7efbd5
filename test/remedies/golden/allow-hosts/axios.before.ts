import axios from 'axios';
import express from 'express';
import { Webhook } from 'standardwebhooks';

const app = express();

app.post('/webhooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  const event = new Webhook(process.env.PARCEL_KEY!).verify(req.body, req.headers as Record<string, string>) as { callbacks: string[] };
  await Promise.all(event.callbacks.map((address) => axios.post(address, { ok: true }, { headers: { accept: 'text/plain' } })));
  res.sendStatus(204);
});
