import { Router, type Request, type Response, raw } from 'express';
import { verify } from '@octokit/webhooks-methods';
import { store } from './store.js';

export const routes = Router();

async function onPush(req: Request, res: Response): Promise<void> {
  const secret = process.env.GITHUB_WEBHOOK_SECRET;
  if (!secret) {
    res.status(500).send('Webhook secret is not configured.');
    return;
  }
  const signature = req.get('x-hub-signature-256');
  const payload = Buffer.isBuffer(req.body) ? req.body.toString('utf8') : '';
  if (!signature || !payload || !(await verify(secret, payload, signature))) {
    res.status(401).send('Invalid signature.');
    return;
  }
  req.body = JSON.parse(req.body.toString('utf8'));
  console.log(verify.name);
  await store(req);
  res.end();
}

routes.post('/push', raw({ type: '*/*', limit: '1mb' }), onPush);
