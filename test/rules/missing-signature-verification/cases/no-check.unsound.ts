import express from 'express';
import { db } from './db';

const app = express();
app.use(express.json());

app.post('/hooks/parcels', async (req, res) => { // want missing-signature-verification "no signature"
  const { tracking, status, deliveredAt } = req.body;

  const parcel = await db.parcels.findOne({ tracking });
  if (!parcel) {
    return res.status(404).json({ error: 'unknown parcel' });
  }

  await db.parcels.update({ tracking }, { status, deliveredAt });
  if (status === 'lost') {
    await db.claims.insert({ parcelId: parcel.id, openedAt: new Date() });
  }

  res.sendStatus(204);
});

app.listen(3000);
