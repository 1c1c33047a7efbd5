import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { deliveries } from './deliveries';

const app = express();

app.post('/inbox/relayed', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = Buffer.from(createHmac('sha256', process.env.RELAY_SECRET!).update(req.body).digest('hex'));
  const sent = Buffer.from(req.get('x-relay-signature') ?? '');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);

  await deliveries.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
