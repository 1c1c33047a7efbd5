import { Router } from 'express';
import { isGenuine } from './genuine';
import { subscribers } from './subscribers';

export const hooks = Router();

hooks.post('/hooks/newsletter', async (req: any, res) => {
  if (!isGenuine(req.rawBody, req.get('x-newsletter-signature'))) {
    return res.sendStatus(401);
  }
  await subscribers.insertOne({ email: req.body.email });
  res.sendStatus(204);
});
