import { createHmac } from 'node:crypto';
import express from 'express';
import { readings } from './readings';

const app = express();

app.post('/hooks/meters', express.raw({ type: '*/*' }), async (req, res) => {
  const raw: Buffer = req.body;
  const signature = req.get('x-meter-signature');
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest('hex');
  if (signature !== mine) return res.sendStatus(401); // want weak-signature-comparison "constant time"

  const { meter, kwh } = JSON.parse(raw.toString('utf8'));
  await readings.insert({ meter, kwh });
  res.sendStatus(204);
});
