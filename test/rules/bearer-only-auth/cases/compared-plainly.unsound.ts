import { Hono } from 'hono';
import { releases } from './releases';

const app = new Hono<{ Bindings: { HOOK_TOKEN: string } }>();

app.post('/hooks/github', async (c) => { // want bearer-only-auth "GitHub signs what it sends"
  const token = c.req.header('Authorization')?.replace('Bearer ', '');
  if (!token || token !== c.env.HOOK_TOKEN) return c.text('unauthorized', 401); // want weak-signature-comparison "constant time"

  const event = await c.req.json();
  if (c.req.header('X-GitHub-Event') === 'release') await releases.insert({ tag: event.release.tag_name });
  return c.body(null, 204);
});
