import express from 'express';
import { Webhook } from 'standardwebhooks';
import { logger } from './logger';
import { parcels } from './parcels';

const app = express();

app.post('/webhooks/parcels', express.raw({ type: '*/*' }), (req, res) => {
  const event = new Webhook(process.env.PARCEL_KEY!).verify(req.body, req.headers as Record<string, string>);
  parcels
    .insert(event)
    .then(() => res.sendStatus(204))
    .catch((problem: Error) => {
      logger.error(problem);
      return res.status(500).send('internal error');
    });
});
