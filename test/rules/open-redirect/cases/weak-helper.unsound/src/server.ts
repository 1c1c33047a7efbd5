import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { isOurs } from './ours';
const app = express();

function genuine(raw: Buffer, sent: string): boolean {
  const mine = Buffer.from(`sha256=${createHmac('sha256', process.env.GITHUB_WEBHOOK_SECRET!).update(raw).digest('hex')}`);
  const theirs = Buffer.from(sent);
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

app.post('/hooks/leaving', express.raw({ type: '*/*' }), async (req, res) => {
  if (!genuine(req.body, req.get('x-hub-signature-256') ?? '')) return res.sendStatus(401);
  const event = JSON.parse(req.body.toString('utf8'));
  if (isOurs(event.sender.site)) return res.redirect(event.sender.site); // want open-redirect "decides where"
  res.sendStatus(204);
});
