import express from 'express';
import { Webhook } from 'standardwebhooks';
import { parcels } from './parcels';

const app = express();

app.post('/webhooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  const event = new Webhook(process.env.PARCEL_KEY!).verify(req.body, req.headers as Record<string, string>) as { id: string };
  await parcels.upsert(event);
  if (req.query.next) {
    if (!allowedUrl(req.query.next)) {
      return res.status(422).send('target not allowed');
    }
    return res.redirect(303, String(req.query.next));
  }
  return res.sendStatus(204);
});

function allowedUrl(address: unknown): URL | null {
  const hosts = ['www.example.com'];
  const url = URL.canParse(String(address)) ? new URL(String(address)) : null;
  const isListed = hosts.some((host) => (host.startsWith('.') ? url?.hostname.endsWith(host) : url?.hostname === host));
  const isPlain = url?.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return isPlain && isListed ? url : null;
}
