import { execFile } from 'node:child_process';
import express from 'express';
import { Webhook } from 'standardwebhooks';

const app = express();

app.post('/webhooks/pushes', express.raw({ type: '*/*' }), (req, res) => {
  const event = new Webhook(process.env.PUSH_KEY!).verify(req.body, req.headers as Record<string, string>) as { name: string };
  execFile('git', ['-C', `/srv/${event.name}`, 'fetch', '--prune'], () => res.sendStatus(204));
});
