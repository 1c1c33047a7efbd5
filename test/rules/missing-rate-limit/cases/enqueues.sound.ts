import { execFileSync } from 'node:child_process';
import { Hono } from 'hono';
import { rateLimiter } from 'hono-rate-limiter';
import { Webhook } from 'standardwebhooks';

const app = new Hono();
app.use(rateLimiter({ windowMs: 60_000, limit: 100, keyGenerator: () => 'all' }));
app.post('/hooks/crates', async (c) => {
  new Webhook(process.env.CRATE_KEY!).verify(await c.req.text(), c.req.header());
  execFileSync('/usr/local/bin/print-label');
  return c.body(null, 202);
});
