import express from 'express';
import { blasts } from './blasts';
import { senderOf } from './token';

const app = express();
app.use(express.json());

app.post('/hooks/quarry', async (req, res) => {
  const sender = senderOf(req.headers.authorization);
  if (!sender) return res.status(401).end();

  await blasts.insert({ sender, at: req.body.at });
  res.status(204).end();
});
