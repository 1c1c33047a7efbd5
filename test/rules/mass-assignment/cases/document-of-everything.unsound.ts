import express from 'express';
import { Parcel } from './models';

const app = express();
app.use(express.json());

app.post('/hooks/parcels', async (req, res) => { // want missing-signature-verification "no signature"
  const parcel = new Parcel(req.body);
  await parcel.save(); // want mass-assignment "goes into `parcel.save`"
  res.sendStatus(204);
});
