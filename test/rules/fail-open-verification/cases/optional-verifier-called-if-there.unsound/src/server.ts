import express from 'express';
import { senders } from './senders';

const app = express();

app.post('/hooks/:sender', express.raw({ type: '*/*' }), async (req, res) => {
  const sender = senders[req.params.sender];
  if (!sender) return res.sendStatus(404);
  sender.verify?.(req);
  await sender.handle(req);
  res.sendStatus(204);
});
