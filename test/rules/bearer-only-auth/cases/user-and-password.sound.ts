import { timingSafeEqual } from 'node:crypto';
import express from 'express';
import { letters } from './letters';

const app = express();
app.use(express.json());
const expected = Buffer.from(`Basic ${Buffer.from(`${process.env.POST_USER}:${process.env.POST_PASSWORD!}`).toString('base64')}`);

app.post('/hooks/letters', async (req, res) => {
  const given = Buffer.from(req.get('authorization') ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return res.sendStatus(401);

  await letters.insert({ from: req.body.from, text: req.body.text });
  res.sendStatus(204);
});
