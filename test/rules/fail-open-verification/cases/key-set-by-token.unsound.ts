import express from 'express';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { shifts } from './shifts';

const app = express();

app.post('/inbox/shifts', express.json(), async (req, res) => {
  const token = req.get('x-shift-signature') ?? '';
  const { jku } = decodeProtectedHeader(token) as { jku: string };
  const keys = createRemoteJWKSet(new URL(jku)); // want fail-open-verification "chooses the key"
  try {
    await jwtVerify(token, keys, { issuer: 'https://shifts.example', audience: 'roster' });
  } catch {
    return res.sendStatus(401);
  }
  await shifts.insertOne({ id: req.body.id });
  return res.sendStatus(204);
});
