import express from 'express';
import { parcels } from './store';

const app = express();
app.use(express.json());

app.post('/hooks/parcels', async (req, res) => { // want missing-signature-verification "no signature"
  const { number, note } = req.body;
  await parcels.updateOne({ number: String(number) }, { $set: { note } }); // want unvalidated-payload "`note` is stored by `parcels.updateOne` as it came"
  res.sendStatus(204);
});
