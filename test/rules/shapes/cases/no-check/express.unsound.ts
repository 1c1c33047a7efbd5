import express from 'express';
import { readings } from './readings';

const app = express();

app.post('/hooks/meters', express.raw({ type: '*/*' }), async (req, res) => { // want missing-signature-verification "no signature"
  const raw: Buffer = req.body;

  const { meter, kwh } = JSON.parse(raw.toString('utf8'));
  await readings.insert({ meter, kwh });
  res.sendStatus(204);
});
