import express from 'express';
import { parcels } from './parcels';
import { withToken } from './token';

const app = express();
app.use(express.json());

app.post('/hooks/parcels', withToken, async (req, res) => {
  await parcels.insert({ number: req.body.number, state: req.body.state });
  res.sendStatus(204);
});
