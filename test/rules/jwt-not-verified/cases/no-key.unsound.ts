import express from 'express';
import { verify } from 'jsonwebtoken';
import { kites } from './kites';

const app = express();

app.post('/webhooks/kites', express.json(), async (req, res) => {
  let claims;
  try {
    claims = verify(req.header('x-kite-token') ?? '', ''); // want jwt-not-verified "no key"
  } catch {
    return res.status(401).end();
  }
  if (claims.aud !== 'kites') return res.status(401).end();

  await kites.insert(req.body);
  res.status(204).end();
});
