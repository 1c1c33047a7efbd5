import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { firings } from './firings';

const app = new Hono();
const token = process.env.KILN_HOOK_TOKEN;
if (!token) throw new Error('KILN_HOOK_TOKEN is required');
const digest = (text: string) => createHash('sha256').update(text).digest();

app.post('/hooks/kilns', async (c) => {
  if (!timingSafeEqual(digest(c.req.header('x-kiln-token') ?? ''), digest(`kiln ${token}`))) return c.body(null, 401);
  await firings.insert(await c.req.json());
  return c.body(null, 204);
});
