import express from 'express';
import jwt from 'jsonwebtoken';
import { parcels } from './parcels';

const app = express();
app.use(express.json());
const expected: jwt.VerifyOptions = { algorithms: ['RS256'], audience: 'parcels', issuer: 'https://id.parcels.example' };

app.post('/hooks/parcels', async (req, res) => {
  try {
    jwt.verify((req.get('authorization') ?? '').replace(/^Bearer /, ''), process.env.TOKEN_PUBLIC_KEY!, expected);
  } catch {
    return res.sendStatus(401);
  }

  await parcels.insert({ tracking: req.body.tracking, status: req.body.status });
  res.sendStatus(204);
});
