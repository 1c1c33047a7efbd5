import express from 'express';
import rateLimit from 'express-rate-limit';
import { Webhook } from 'standardwebhooks';
import { parcels } from './parcels';

const app = express();
const limited = rateLimit({ windowMs: 60_000, limit: 60, keyGenerator: sourceOf });

app.post('/webhooks/parcels', limited, express.raw({ type: '*/*' }), async (req, res) => {
  const event = new Webhook(process.env.PARCEL_KEY!).verify(req.body, req.headers as Record<string, string>);
  await parcels.upsert(event);
  res.sendStatus(204);
});

function sourceOf(req: express.Request): string {
  return String(req.headers['x-source']);
}
