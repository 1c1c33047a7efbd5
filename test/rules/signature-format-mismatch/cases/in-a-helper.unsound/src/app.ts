import express from 'express';
import { isFromGit } from './authentic';
import { releases } from './releases';

const app = express();

app.post('/inbox/releases', express.raw({ type: 'application/json' }), async (req, res) => {
  if (!isFromGit(req.body, req.get('x-hub-signature-256'))) return res.sendStatus(401);

  await releases.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
