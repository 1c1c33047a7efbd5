import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { messages } from './messages';

const app = express();

app.post('/inbox/messenger/events', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = Buffer.from(`sha1=${createHmac('sha1', process.env.APP_SECRET!).update(req.body).digest('hex')}`);
  const sent = Buffer.from(req.get('X-Hub-Signature') ?? '');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);  // want weak-signature-algorithm "SHA-1 signature"

  await messages.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
