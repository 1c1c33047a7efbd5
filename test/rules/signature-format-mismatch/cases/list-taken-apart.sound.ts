import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { builds } from './builds';

const app = express();

app.post('/inbox/builds', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = Buffer.from(createHmac('sha256', process.env.BUILD_SECRET!).update(req.body).digest('hex'));
  const signatures = (req.get('circleci-signature') ?? '').split(',').filter((one) => one.startsWith('v1='));
  const isGenuine = signatures.some((one) => {
    const sent = Buffer.from(one.slice(3));
    return sent.length === expected.length && timingSafeEqual(sent, expected);
  });
  if (!isGenuine) return res.sendStatus(401);

  await builds.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
