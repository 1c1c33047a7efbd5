import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';

const app = express();
const targets = new Set(['https://a.example/', 'https://b.example/']);

function genuine(raw: Buffer, sent: string): boolean {
  const mine = Buffer.from(`sha256=${createHmac('sha256', process.env.GITHUB_WEBHOOK_SECRET!).update(raw).digest('hex')}`);
  const theirs = Buffer.from(sent);
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

app.post('/hooks/leave', express.raw({ type: '*/*' }), async (req, res) => {
  if (!genuine(req.body, req.get('x-hub-signature-256') ?? '')) return res.sendStatus(401);
  const event = JSON.parse(req.body.toString('utf8'));
  if (targets.has(event.target)) return res.redirect(event.target);
  res.sendStatus(204);
});
