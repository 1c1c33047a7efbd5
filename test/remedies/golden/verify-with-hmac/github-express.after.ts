import express from 'express';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { deploy } from './deploy.js';

const app = express();

app.post('/inbox', express.raw({ type: '*/*', limit: '1mb' }), async (req, res) => {
  const secret = process.env.GITHUB_WEBHOOK_SECRET;
  if (!secret) {
    res.status(500).send('Webhook secret is not configured.');
    return;
  }
  if (
    !Buffer.isBuffer(req.body) ||
    !isGenuineGithubDelivery(req.body, req.get('x-hub-signature-256'), secret)
  ) {
    res.status(401).send('Invalid signature.');
    return;
  }
  const event = JSON.parse(req.body.toString('utf8'));
  await deploy(event.repository.name);
  res.sendStatus(204);
});

app.listen(3000);

function isGenuineGithubDelivery(
  rawBody: Buffer,
  signature: string | null | undefined,
  secret: string,
): boolean {
  if (!signature) {
    return false;
  }
  const digest = createHmac('sha256', secret).update(rawBody).digest('hex');
  return safeEqual(signature, `sha256=${digest}`);
}

function safeEqual(left: unknown, right: unknown): boolean {
  if (typeof left !== 'string' || typeof right !== 'string') {
    return false;
  }
  const leftBytes = Buffer.from(left);
  const rightBytes = Buffer.from(right);
  return (
    leftBytes.length === rightBytes.length &&
    timingSafeEqual(leftBytes, rightBytes)
  );
}
