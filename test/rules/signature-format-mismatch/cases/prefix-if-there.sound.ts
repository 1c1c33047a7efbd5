import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { releases } from './releases';

const app = express();

app.post('/inbox/releases', express.raw({ type: 'application/json' }), async (req, res) => {
  const header = req.get('X-Hub-Signature-256') ?? '';
  const sent = Buffer.from(header.startsWith('sha256=') ? header.slice(7) : header);
  const expected = Buffer.from(createHmac('sha256', process.env.RELEASE_SECRET!).update(req.body).digest('hex'));
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);

  await releases.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
