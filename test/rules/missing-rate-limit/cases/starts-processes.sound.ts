import { execFile } from 'node:child_process';
import express from 'express';
import { slowDown } from 'express-slow-down';
import { Webhook } from 'standardwebhooks';

const app = express();
app.use(slowDown({ windowMs: 60_000, delayAfter: 5 }));
app.post('/hooks/deploy', express.raw({ type: '*/*' }), (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  execFile('/usr/local/bin/deploy');
  res.sendStatus(202);
});
