import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { parcels } from './parcels';

const app = express();

async function moved(secret: string, req: express.Request, res: express.Response): Promise<void> {
  const bytes = req.body as Buffer;
  if (!(bytes instanceof Buffer) || bytes.length === 0) {
    res.status(400).json({ error: 'Nothing to read' });
    return;
  }
  const expected = createHmac('sha256', secret).update(bytes).digest();
  const given = Buffer.from(req.get('x-parcel-signature') ?? '', 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    res.sendStatus(401);
    return;
  }
  await parcels.insertOne(JSON.parse(bytes.toString('utf8')));
  res.sendStatus(204);
}

const secret = process.env.PARCEL_SECRET;
if (!secret) throw new Error('PARCEL_SECRET is not set');

app.post('/webhooks/parcels', express.raw({ type: 'application/json' }), (req, res) => {
  void moved(secret, req, res);
});
