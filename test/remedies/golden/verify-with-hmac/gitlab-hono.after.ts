import { Hono } from 'hono';
import { timingSafeEqual } from 'node:crypto';

export const app = new Hono();

app.post('/mirror', (c) => {
  const secret = process.env.GITLAB_WEBHOOK_TOKEN;
  if (!secret) {
    return c.text('Webhook secret is not configured.', 500);
  }
  if (!safeEqual(c.req.header('x-gitlab-token'), secret)) {
    return c.text('Invalid token.', 401);
  }
  return c.json({ mirrored: mirror(c.req.path) });
});

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
