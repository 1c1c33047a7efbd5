import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';

const app = express();
app.use(express.json());

app.post('/inbox', (req, res) => {
  const mac = createHmac('sha256', process.env.INBOX_SECRET ?? '').update(JSON.stringify(req.body)).digest();
  const sent = Buffer.from(req.get('x-mac') ?? '', 'hex');
  if (sent.length !== mac.length || !timingSafeEqual(sent, mac)) {
    res.sendStatus(401);
    return;
  }
  res.json({ id: req.body.id });
});
