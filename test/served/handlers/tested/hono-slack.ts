import { Hono } from 'hono';
import { appendFile } from 'node:fs/promises';
import { devNull } from 'node:os';

const app = new Hono().basePath('/slack');

app.post('/events', async (c) => {
  const body = await c.req.json();
  if (c.req.header('x-slack-retry-num') === undefined) await appendFile(devNull, body.event.text.trim());
  return c.text('ok');
});

export default app;
