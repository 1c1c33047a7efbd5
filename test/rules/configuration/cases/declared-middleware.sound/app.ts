import { parcelcoOnly } from '@parcelco/express';
import express from 'express';
import { db } from './db';

const app = express();
app.use(express.json());
app.use('/hooks', parcelcoOnly({ secret: process.env.PARCELCO_SECRET }));

app.post('/hooks/parcels', async (req, res) => {
  await db.parcels.insert(req.body);
  res.sendStatus(204);
});
