import express from 'express';
import { requireToken } from './auth';
import { melts } from './melts';

const app = express();
app.use(express.json());

app.post('/telegram/webhook', requireToken, async (req, res) => {
  await melts.insert({ chat: req.body.message.chat.id, depth: Number(req.body.message.text) });
  res.sendStatus(204);
});
