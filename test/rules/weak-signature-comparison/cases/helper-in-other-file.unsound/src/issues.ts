import { Router } from 'express';
import { isSigned } from './lib/signature';
import { store } from './store';

export const issues = Router();

issues.post('/inbox/github/issues', async (req: any, res) => {
  if (!isSigned(req.rawBody, req.get('x-hub-signature-256'), process.env.GITHUB_HOOK_SECRET!)) {
    return res.sendStatus(401);
  }
  await store.collection('issues').insertOne({ number: req.body.issue.number });
  res.sendStatus(204);
});
