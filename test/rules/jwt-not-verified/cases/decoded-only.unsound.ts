import express from 'express';
import jwt from 'jsonwebtoken';
import { parcels } from './parcels';

const app = express();
app.use(express.json());

app.post('/hooks/parcels', async (req, res) => {
  const header = req.get('authorization') ?? '';
  const claims = jwt.decode(header.replace(/^Bearer /, '')) as { iss: string; aud: string } | null; // want jwt-not-verified "without checking"
  if (!claims || claims.aud !== process.env.PARCEL_AUDIENCE || claims.iss !== 'https://id.parcels.example') return res.sendStatus(401);

  await parcels.insert({ tracking: req.body.tracking, status: req.body.status });
  res.sendStatus(204);
});
