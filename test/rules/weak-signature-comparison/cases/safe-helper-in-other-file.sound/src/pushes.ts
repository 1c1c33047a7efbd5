import { createHmac } from 'node:crypto';
import { Router } from 'express';
import { safeCompare } from './lib/safe-compare';
import { store } from './store';

export const pushes = Router();

pushes.post('/inbox/github', async (req: any, res) => {
  const digest = 'sha256=' + createHmac('sha256', process.env.GITHUB_HOOK_SECRET!).update(req.rawBody).digest('hex');
  if (!safeCompare(digest, req.get('x-hub-signature-256') ?? '')) {
    return res.sendStatus(401);
  }
  if (req.get('x-github-event') !== 'push') return res.sendStatus(202);
  await store.collection('pushes').insertOne({ _id: req.body.after });
  res.sendStatus(204);
});
