import { Hono } from 'hono';
import { checked } from './directory';
import { domains } from './stores';

const app = new Hono();

app.post('/webhooks/directory', async (c) => {
  const secret = process.env.DIRECTORY_SECRET;
  const signature = c.req.header('workos-signature');
  if (!secret || !signature) return c.text('', 400);
  let event: { data: { domain: string } };
  try {
    event = await checked(await c.req.text(), signature, secret);
  } catch {
    return c.text('', 400);
  }
  await domains.upsert({ domain: event.data.domain });
  return c.text('');
});

export default app;
