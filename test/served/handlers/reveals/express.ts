import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { parcels } from './db.js';

const app = express();

app.post('/webhooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  console.log(`delivery to ${req.path} ${JSON.stringify(req.headers)}`);
  const expected = createHmac('sha256', process.env.PARCEL_KEY!).update(req.body).digest('hex');
  const sent = Buffer.from(String(req.get('x-parcel-signature') ?? ''));
  if (sent.length !== expected.length || !timingSafeEqual(sent, Buffer.from(expected))) {
    console.warn('refused', { expected, at: req.path });
    return res.status(401).json({ error: 'signature', expected });
  }
  try {
    await parcels.insert(JSON.parse(req.body.toString()));
    return res.sendStatus(204);
  } catch (error) {
    return res.status(500).json({ error: error instanceof Error ? error.message : String(error) });
  }
});

app.listen(Number(process.env.PORT), '127.0.0.1');
