import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { messages } from './messages';

const app = express();

app.post('/inbox/chat', express.raw({ type: 'application/json' }), async (req, res) => {
  const timestamp = req.get('x-slack-request-timestamp') ?? '';
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300)) return res.sendStatus(401);
  const expected = Buffer.from(`v0=${createHmac('sha256', process.env.CHAT_SECRET!).update(`v0:${timestamp}:${req.body}`).digest('hex')}`);
  const sent = Buffer.from(req.get('x-slack-signature') ?? '');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);

  await messages.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
