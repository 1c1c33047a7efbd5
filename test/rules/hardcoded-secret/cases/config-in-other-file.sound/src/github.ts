import { createHmac, timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import { config } from './config';
import { pushes } from './pushes';

export const github = Router();

github.post('/inbox/github', async (req: any, res) => {
  const mine = 'sha256=' + createHmac('sha256', config.github.hookSecret).update(req.rawBody).digest('hex');
  const theirs = req.get('x-hub-signature-256') ?? '';
  if (mine.length !== theirs.length || !timingSafeEqual(Buffer.from(mine), Buffer.from(theirs))) return res.sendStatus(401);

  await pushes.insertOne({ _id: req.get('x-github-delivery'), commit: req.body.after });
  res.sendStatus(204);
});
