import express from 'express';
import { withLogging } from './wrappers';
import { parcels } from './parcels';

const app = express();
app.use(express.json());

app.post('/hooks/parcels', withLogging(async (req, res) => { // want missing-signature-verification "no signature"
  await parcels.insertOne(req.body);
  res.sendStatus(204);
}));
