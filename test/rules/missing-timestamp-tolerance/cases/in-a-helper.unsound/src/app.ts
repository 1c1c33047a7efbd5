import express from 'express';
import { isAuthentic } from './authentic';
import { messages } from './messages';

const app = express();

app.post('/inbox/chat', express.text({ type: '*/*' }), async (req, res) => {
  if (!isAuthentic(req.body, req.get('x-slack-request-timestamp') ?? '', req.get('x-slack-signature') ?? '')) return res.sendStatus(401);

  await messages.insert(JSON.parse(req.body));
  res.sendStatus(204);
});
