import express from 'express';
import { parcels } from './store';

const app = express();
app.use(express.json());

async function remember({ number, note }: { number: string; note: string }) {
  await parcels.updateOne({ number: String(number) }, { $set: { note } }); // want unvalidated-payload "as it came"
}

app.post('/hooks/parcels', async (req, res) => { // want missing-signature-verification "no signature"
  await remember(req.body);
  res.sendStatus(204);
});
