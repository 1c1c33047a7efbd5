import express from 'express';
import { parcels } from './parcels';
import { isSecret } from './same';

const app = express();
app.use(express.json());

app.post('/hooks/parcels', async (req, res) => {
  if (!isSecret(req.get('x-parcel-secret') ?? '')) return res.sendStatus(404);

  await parcels.insert({ number: req.body.number, state: req.body.state });
  res.sendStatus(204);
});
