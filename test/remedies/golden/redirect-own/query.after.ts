import express from 'express';
import { Webhook } from 'standardwebhooks';
import { parcels } from './parcels';

const app = express();

app.post('/webhooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  const event = new Webhook(process.env.PARCEL_KEY!).verify(req.body, req.headers as Record<string, string>) as { id: string };
  await parcels.upsert(event);
  if (req.query.next) return res.redirect(303, ownPath(req.query.next));
  return res.sendStatus(204);
});

function ownPath(target: unknown): string {
  const path = String(target);
  const isOwn = path.startsWith('/') && !path.startsWith('//') && !/[\\\x00-\x1f]/.test(path);
  return isOwn ? path : '/';
}
