import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { reports } from './reports';

const app = express();

app.post('/inbox/reports', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = Buffer.from(createHmac('sha256', process.env.REPORT_SECRET!).update(req.body).digest('hex'));
  const sent = Buffer.from(req.get('x-checkr-signature') ?? '');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);

  await reports.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
