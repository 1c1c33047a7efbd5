import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { returns } from './returns';

const app = express();

function isGenuine(raw: Buffer, header: string): boolean {
  const expected = createHmac('sha256', process.env.RETURNS_SECRET!).update(raw).digest();
  try {
    return timingSafeEqual(expected, Buffer.from(header, 'hex'));
  } catch {
    return false;
  }
}

app.post('/hooks/returns', express.raw({ type: 'application/json' }), async (req, res) => {
  if (!isGenuine(req.body, req.get('x-returns-signature') ?? '')) {
    return res.sendStatus(401);
  }
  const { order } = JSON.parse(req.body.toString('utf8'));
  await returns.insert({ order });
  res.sendStatus(204);
});
