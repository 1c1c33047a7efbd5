import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { releases } from './releases';

const app = express();

app.post('/inbox/releases', express.raw({ type: 'application/json' }), async (req, res) => {
  if (req.get('x-github-event') !== 'release') return res.sendStatus(204);
  const expected = Buffer.from('sha256=' + createHmac('sha256', process.env.RELEASE_SECRET!).update(req.body).digest('hex'));
  const sent = Buffer.from(req.get('X-Hub-Signature-256') ?? '');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);

  await releases.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
