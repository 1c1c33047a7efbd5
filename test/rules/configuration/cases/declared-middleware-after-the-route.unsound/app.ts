import { parcelcoOnly } from '@parcelco/express';
import express from 'express';
import { db } from './db';

const app = express();
app.use(express.json());

app.post('/hooks/parcels', async (req, res) => {
  await db.parcels.insert(req.body);
  res.sendStatus(204);
});
app.use('/hooks', parcelcoOnly({ secret: process.env.PARCELCO_SECRET })); // want fail-open-verification "never runs"
