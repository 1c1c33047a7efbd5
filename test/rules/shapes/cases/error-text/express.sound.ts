import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { readings } from './readings';

function problemWith(raw: Buffer | string, signature: string | null | undefined): string | null {
  if (!signature) return 'unsigned';
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs) ? null : 'signature does not match';
}

const app = express();

app.post('/hooks/meters', express.raw({ type: '*/*' }), async (req, res) => {
  const raw: Buffer = req.body;
  const signature = req.get('x-meter-signature');
  const problem = problemWith(raw, signature);
  if (problem) return res.sendStatus(401);

  const { meter, kwh } = JSON.parse(raw.toString('utf8'));
  await readings.insert({ meter, kwh });
  res.sendStatus(204);
});
