import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';

const app = express();
app.use(express.json({ verify: (req, _res, bytes) => Object.assign(req, { rawBody: bytes }) }));

app.post('/inbox', (req, res) => {
  const mac = createHmac('sha256', process.env.INBOX_SECRET ?? '').update((req as { rawBody?: Buffer }).rawBody ?? '').digest();
  const sent = Buffer.from(req.get('x-mac') ?? '', 'hex');
  if (sent.length !== mac.length || !timingSafeEqual(sent, mac)) {
    res.sendStatus(401);
    return;
  }
  res.json({ id: req.body.id });
});
