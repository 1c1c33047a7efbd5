import { execFileSync } from 'node:child_process';
import express from 'express';
import { Webhook } from 'standardwebhooks';

const app = express();
app.post('/hooks/pushes', express.raw({ type: '*/*' }), (req, res) => {
  const event = new Webhook(process.env.PUSH_KEY!).verify(req.body, req.headers as Record<string, string>) as { number: number; name: string };
  execFileSync('git', ['-C', `/srv/${event.name}`, 'fetch']);
  res.sendStatus(204);
});
