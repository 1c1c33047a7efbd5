import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { builds } from './builds';

const app = express();

app.post('/inbox/builds', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = Buffer.from(createHmac('sha256', process.env.BUILD_SECRET!).update(req.body).digest('hex'));
  const sent = Buffer.from(req.get('circleci-signature') ?? '');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);  // want signature-format-mismatch "is a list (`v1=…`)"

  await builds.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
