import express from 'express';
import jwt from 'jsonwebtoken';
import { parcels } from './parcels';

const app = express();
app.use(express.json());

app.post('/hooks/parcels', async (req, res) => {
  try {
    jwt.verify((req.get('authorization') ?? '').replace(/^Bearer /, ''), process.env.TOKEN_PUBLIC_KEY!, { algorithms: ['RS256'] }); // want jwt-claims-unchecked "for whom it was issued"
  } catch {
    return res.sendStatus(401);
  }

  await parcels.insert({ tracking: req.body.tracking, status: req.body.status });
  res.sendStatus(204);
});
