import express, { Router } from 'express';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

export const hooks = Router();
hooks.post('/crates', express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  await crates.upsert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});
