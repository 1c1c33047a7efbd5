import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { readings } from './readings';

function openReading(raw: Buffer | string, signature: string | null | undefined): { meter: string; kwh: number } | null {
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(signature ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return null;
  return JSON.parse(raw.toString());
}

const app = express();

app.post('/hooks/meters', express.raw({ type: '*/*' }), async (req, res) => {
  const raw: Buffer = req.body;
  const signature = req.get('x-meter-signature');
  const reading = openReading(raw, signature) ?? JSON.parse(raw.toString()); // want fail-open-verification "does not stop"

  await readings.insert(reading);
  res.sendStatus(204);
});
