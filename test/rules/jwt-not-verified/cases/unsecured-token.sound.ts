import { Hono } from 'hono';
import { verify } from 'hono/jwt';
import { ferries } from './ferries';

const app = new Hono<{ Bindings: { FERRY_KEY: string } }>();

app.post('/hooks/ferries', async (c) => {
  try {
    await verify(c.req.header('x-ferry-token') ?? '', c.env.FERRY_KEY, { alg: 'HS256', iss: 'ferries', aud: 'harbour' });
  } catch {
    return c.text('wrong token', 401);
  }

  const sailing = await c.req.json();
  await ferries.insert({ ship: sailing.ship, pier: sailing.pier });
  return c.body(null, 204);
});
