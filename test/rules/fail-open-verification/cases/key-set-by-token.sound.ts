import express from 'express';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { shifts } from './shifts';

const app = express();
const keys = createRemoteJWKSet(new URL('https://shifts.example/.well-known/jwks.json'));

app.post('/inbox/shifts', express.json(), async (req, res) => {
  const token = req.get('x-shift-signature') ?? '';
  try {
    await jwtVerify(token, keys, { issuer: 'https://shifts.example', audience: 'roster' });
  } catch {
    return res.sendStatus(401);
  }
  await shifts.insertOne({ id: req.body.id });
  return res.sendStatus(204);
});
