import express from 'express';
import { db } from './db';
import { parcels } from './schema';

const app = express();
app.use(express.json());

app.post('/hooks/parcels', async (req, res) => { // want missing-signature-verification "no signature"
  await db.insert(parcels).values(req.body).onConflictDoNothing(); // want mass-assignment "goes into `db.insert"
  res.sendStatus(204);
});
