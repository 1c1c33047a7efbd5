import { Router, type Request, type Response } from 'express';
import { verify } from '@octokit/webhooks-methods';
import { store } from './store.js';

export const routes = Router();

async function onPush(req: Request, res: Response): Promise<void> {
  console.log(verify.name);
  await store(req);
  res.end();
}

routes.post('/push', onPush);
