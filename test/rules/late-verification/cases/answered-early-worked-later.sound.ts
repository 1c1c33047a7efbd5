import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { replies } from './replies';

const app = express();
app.use(express.json({ verify: (req: any, _res, buf) => { req.rawBody = buf; } }));

app.post('/chat/hook', (req: any, res) => {
  const expected = createHmac('sha256', process.env.CHAT_SECRET!).update(req.rawBody).digest();
  const received = Buffer.from(req.get('x-chat-signature') ?? '', 'hex');
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) {
    res.sendStatus(401);
    return;
  }

  res.sendStatus(200);
  setImmediate(() => {
    replies.insert({ room: req.body.room, text: req.body.text }).catch((error: unknown) => console.error('reply lost', error));
  });
});
