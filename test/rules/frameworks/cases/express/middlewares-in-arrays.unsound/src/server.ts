import express from 'express';
import { pulleys } from './pulleys';
import { delivered, plain } from './pipeline';

const app = express();
app.post('/hooks/pulleys', [...delivered], async (req, res) => {
  await pulleys.insertOne({ id: JSON.parse(req.body).id });
  res.sendStatus(204);
});
app.post('/hooks/ropes', plain, async (req, res) => { // want missing-signature-verification "no signature"
  await pulleys.insertOne({ id: req.body.rope });
  res.sendStatus(204);
});
