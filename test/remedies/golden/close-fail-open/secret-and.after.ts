import express from 'express';
import { verify } from './verify.js';

const app = express();
const secret = process.env.INBOX_SECRET;

app.post('/inbox', express.raw({ type: '*/*' }), (req, res) => {
  if (!secret || !verify(req.body, req.get('x-mac'), secret)) {
    res.status(401).send('no');
    return;
  }
  res.sendStatus(204);
});
