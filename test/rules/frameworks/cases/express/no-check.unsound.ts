import express from 'express';
import { parcels } from './parcels';

const app = express();
app.use(express.json());

app.post('/hooks/parcels', async (req, res) => { // want missing-signature-verification "no signature"
  await parcels.insertOne({ id: req.body.id, status: req.body.status });
  res.sendStatus(204);
});

app.listen(3000);
