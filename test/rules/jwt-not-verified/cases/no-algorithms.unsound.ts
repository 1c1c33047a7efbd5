import express from 'express';
import jwt from 'jwt-simple';
import { barges } from './barges';

const app = express();
app.use(express.json());

app.post('/hooks/barges', async (req, res) => {
  try {
    const claims = jwt.decode(req.get('x-barge-token') ?? '', process.env.BARGE_PUBLIC_KEY!); // want jwt-not-verified "lists no algorithms"
    if (claims.aud !== 'barges') return res.sendStatus(401);
  } catch {
    return res.sendStatus(401);
  }

  await barges.insert({ lock: req.body.lock, barge: req.body.barge });
  res.sendStatus(204);
});
