import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { readings } from './readings';

type Check = { ok: true } | { ok: false; reason: string };

function check(raw: Buffer | string, signature: string | null | undefined): Check {
  if (!signature) return { ok: false, reason: 'unsigned' };
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return { ok: false, reason: 'signature does not match' };
  return { ok: true };
}

const app = express();

app.post('/hooks/meters', express.raw({ type: '*/*' }), async (req, res) => {
  const raw: Buffer = req.body;
  const signature = req.get('x-meter-signature');
  const checked = check(raw, signature);
  if (!checked.ok) {
    console.warn(checked.reason);
    return res.sendStatus(401);
  }

  const { meter, kwh } = JSON.parse(raw.toString('utf8'));
  await readings.insert({ meter, kwh });
  res.sendStatus(204);
});
