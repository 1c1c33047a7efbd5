import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { parcels } from './parcels';

const app = express();
app.use(express.json());

app.post('/hooks/parcels/:number/:mac', async (req, res) => {
  const expected = Buffer.from(createHmac('sha256', process.env.PARCEL_SECRET!).update(req.params.number).digest('hex'));
  const sent = Buffer.from(req.params.mac);
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(404);

  await parcels.update({ number: req.params.number }, { state: req.body.state });
  res.sendStatus(204);
});
