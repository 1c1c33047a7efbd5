import express from 'express';
import { signed } from './middleware/signed';
import { readings } from './readings';

const app = express();

app.post('/hooks/meters', express.raw({ type: '*/*' }), signed, async (req, res) => {
  const { meter, kwh } = JSON.parse(req.body.toString('utf8'));
  await readings.insertOne({ meter, kwh });
  res.sendStatus(204);
});

app.listen(3000);
