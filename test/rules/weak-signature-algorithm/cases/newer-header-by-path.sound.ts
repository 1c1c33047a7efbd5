import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { messages } from './messages';

const app = express();

app.post('/inbox/messenger/events', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = Buffer.from(`sha256=${createHmac('sha256', process.env.APP_SECRET!).update(req.body).digest('hex')}`);
  const sent = Buffer.from(req.get('X-Hub-Signature-256') ?? '');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);

  await messages.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
