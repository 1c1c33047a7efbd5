import errorHandler from 'errorhandler';
import express from 'express';
import { Webhook } from 'standardwebhooks';
import { parcels } from './parcels';

const app = express();
app.post('/webhooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  const event = new Webhook(process.env.PARCEL_KEY!).verify(req.body, req.headers as Record<string, string>);
  await parcels.upsert(event);
  res.sendStatus(204);
});
app.use(errorHandler());
