import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { exec } from 'node:child_process';
const app = express();

function genuine(raw: Buffer, sent: string): boolean {
  const mine = Buffer.from(`sha256=${createHmac('sha256', process.env.GITHUB_WEBHOOK_SECRET!).update(raw).digest('hex')}`);
  const theirs = Buffer.from(sent);
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

app.post('/hooks/pushes', express.raw({ type: '*/*' }), async (req, res) => {
  if (!genuine(req.body, req.get('x-hub-signature-256') ?? '')) return res.sendStatus(401);
  const event = JSON.parse(req.body.toString('utf8'));
  exec(`git -C /srv/${event.repository.name} fetch`, () => undefined); // allow-note // want injection "shell command"
  res.sendStatus(204);
});
