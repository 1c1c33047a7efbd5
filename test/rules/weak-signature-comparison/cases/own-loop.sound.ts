import { createHmac } from 'node:crypto';
import express from 'express';
import { tolls } from './tolls';

// The worker runtime has no timingSafeEqual.
function constantTimeEqual(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

const app = express();

app.post('/hooks/tolls', express.text({ type: '*/*' }), async (req, res) => {
  const expected = createHmac('sha256', process.env.TOLL_SECRET!).update(req.body).digest('hex');
  if (!constantTimeEqual(expected, req.get('x-toll-signature') ?? '')) return res.sendStatus(401);

  const toll = JSON.parse(req.body);
  await tolls.insert({ plate: toll.plate, cents: toll.cents });
  res.sendStatus(204);
});
