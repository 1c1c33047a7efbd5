import { execFileSync } from 'node:child_process';
import express from 'express';
import rateLimit from 'express-rate-limit';
import { Webhook } from 'standardwebhooks';

const app = express();
app.post('/hooks/crates', rateLimit({ windowMs: 60_000, limit: 60 }), express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  execFileSync('/usr/local/bin/print-label');
  res.sendStatus(204);
});
