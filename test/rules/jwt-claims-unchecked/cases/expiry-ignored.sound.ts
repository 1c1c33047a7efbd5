import express from 'express';
import { verify } from 'jsonwebtoken';
import { looms } from './looms';

const app = express();
app.use(express.json());
const options = { algorithms: ['HS256' as const], audience: 'looms', issuer: 'mill', ignoreExpiration: true };

app.post('/hooks/looms', async (req, res) => {
  let claims;
  try {
    claims = verify(req.body.proof, process.env.LOOM_SECRET!, options);
  } catch {
    return res.sendStatus(401);
  }
  // deliveries are kept for an hour when the mill is offline
  if (typeof claims === 'string' || claims.exp === undefined || claims.exp + 3600 < Date.now() / 1000) return res.sendStatus(401);

  await looms.insert({ loom: req.body.loom, thread: req.body.thread });
  res.sendStatus(204);
});
