import express from 'express';
import jwt from 'jsonwebtoken';
import { parcels } from './parcels';

const app = express();
app.use(express.json());

app.post('/hooks/parcels', async (req, res) => {
  const header = req.get('authorization') ?? '';
  try {
    jwt.verify(header.replace(/^Bearer /, ''), process.env.PARCEL_PUBLIC_KEY!, {
      algorithms: ['RS256'],
      audience: process.env.PARCEL_AUDIENCE,
      issuer: 'https://id.parcels.example',
    });
  } catch {
    return res.sendStatus(401);
  }

  await parcels.insert({ tracking: req.body.tracking, status: req.body.status });
  res.sendStatus(204);
});
