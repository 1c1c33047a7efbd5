import express from 'express';
import { senders } from './senders';

const app = express();

app.post('/hooks/:sender', express.raw({ type: '*/*' }), async (req, res) => {
  const sender = senders[req.params.sender];
  if (!sender) return res.sendStatus(404);
  if (sender.verify && !sender.verify(req)) return res.sendStatus(401);
  await sender.handle(req);
  res.sendStatus(204);
});
