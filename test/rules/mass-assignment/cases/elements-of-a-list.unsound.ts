import express from 'express';
import { Parcel } from './models';

const app = express();
app.use(express.json());

app.post('/hooks/parcels', async (req, res) => { // want missing-signature-verification "no signature"
  for (const parcel of req.body.parcels) {
    await Parcel.create(parcel); // want mass-assignment "goes into `Parcel.create`"
  }
  res.sendStatus(204);
});
