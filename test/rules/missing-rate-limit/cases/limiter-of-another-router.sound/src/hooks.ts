import { execFileSync } from 'node:child_process';
import express, { Router } from 'express';
import { Webhook } from 'standardwebhooks';

export const hooks = Router();

hooks.post('/crates', express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  execFileSync('/usr/local/bin/print-label');
  res.sendStatus(204);
});
