import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { deployments } from './deployments';

const app = express();

app.post('/inbox/deployments', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = Buffer.from(createHmac('sha1', process.env.VERCEL_SECRET!).update(req.body).digest('hex'));
  const sent = Buffer.from(req.get('x-vercel-signature') ?? '');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);

  await deployments.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
