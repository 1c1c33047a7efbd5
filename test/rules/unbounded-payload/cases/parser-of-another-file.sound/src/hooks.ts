import { Router } from 'express';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

export const hooks = Router();

hooks.post('/crates', async (req: any, res) => {
  const event = new Webhook(process.env.CRATE_KEY!).verify(req.rawBody, req.headers);
  await crates.upsert(event);
  res.sendStatus(204);
});
