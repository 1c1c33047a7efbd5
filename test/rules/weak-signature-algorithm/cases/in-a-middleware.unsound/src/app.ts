import express from 'express';
import { authentic } from './authentic';
import { releases } from './releases';

const app = express();

app.post('/inbox/github', express.raw({ type: 'application/json' }), authentic, async (req, res) => {
  await releases.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
