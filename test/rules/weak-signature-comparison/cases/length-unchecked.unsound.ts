import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { returns } from './returns';

const app = express();

app.post('/hooks/returns', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = createHmac('sha256', process.env.RETURNS_SECRET!).update(req.body).digest();
  const given = Buffer.from(req.get('x-returns-signature') ?? '', 'hex');
  if (!timingSafeEqual(expected, given)) { // want weak-signature-comparison "throws"
    return res.sendStatus(401);
  }

  const { order } = JSON.parse(req.body.toString('utf8'));
  await returns.insert({ order });
  res.sendStatus(204);
});
