import { appendFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();

const record = (route: string, id: string): void => appendFileSync(process.env.EFFECTS ?? '', `${route} ${id}\n`);

app.post('/webhooks/github', async (c) => {
  const event = await c.req.json();
  record('github', event.id);
  return c.body(null, 204);
});

app.post('/webhooks/stripe', async (c) => {
  const { id } = await c.req.json<{ id: string }>();
  record('stripe', id);
  return c.json({ ok: true });
});

app.post('/webhooks/slack', async (c) => {
  record('slack', (await c.req.json()).id);
  return c.text('ok');
});

app.post('/webhooks/orders', async (c) => {
  record('generic-hmac', (await c.req.json()).id);
  return c.text('ok');
});

app.post('/webhooks/gitlab', async (c) => {
  record('gitlab', (await c.req.json()).id);
  return c.text('ok');
});

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' });
