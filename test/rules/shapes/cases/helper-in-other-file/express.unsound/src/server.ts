import express from 'express';
import { isGenuine } from './lib/genuine';
import { readings } from './readings';

const app = express();

app.post('/hooks/meters', express.raw({ type: '*/*' }), async (req, res) => {
  const raw: Buffer = req.body;
  const signature = req.get('x-meter-signature');
  if (!isGenuine(raw, signature)) return res.sendStatus(401);

  const { meter, kwh } = JSON.parse(raw.toString('utf8'));
  await readings.insertOne({ meter, kwh });
  res.sendStatus(204);
});
