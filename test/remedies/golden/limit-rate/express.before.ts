import { execFileSync } from 'node:child_process';
import express from 'express';
import { Webhook } from 'standardwebhooks';

const app = express();

app.post('/webhooks/parcels', express.raw({ type: '*/*' }), (req, res) => {
  new Webhook(process.env.PARCEL_KEY!).verify(req.body, req.headers as Record<string, string>);
  execFileSync('/usr/local/bin/print-label');
  res.sendStatus(204);
});
