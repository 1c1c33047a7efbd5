import { Router } from 'express';
import { isSigned } from './lib/signature';
import { store } from './store';

export const pushes = Router();

pushes.post('/inbox/github/pushes', async (req: any, res) => { // want missing-idempotency "`store.collection(…).insertOne` writes one more entry"
  if (!isSigned(req.rawBody, req.get('x-hub-signature-256'), process.env.GITHUB_HOOK_SECRET!)) {
    return res.sendStatus(401);
  }
  await store.collection('pushes').insertOne({ commit: req.body.after });
  res.sendStatus(204);
});
