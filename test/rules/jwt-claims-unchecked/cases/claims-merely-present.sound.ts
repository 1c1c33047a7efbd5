import { Hono } from 'hono';
import { verify } from 'hono/jwt';
import { ferries } from './ferries';

const app = new Hono<{ Bindings: { SESSION_KEY: string } }>();

app.post('/hooks/ferries', async (c) => {
  let claims;
  try {
    claims = await verify(c.req.header('x-ferry-token') ?? '', c.env.SESSION_KEY, 'HS256');
  } catch {
    return c.text('wrong token', 401);
  }
  if (claims.sub !== 'harbour-office') return c.text('wrong token', 401);

  const sailing = await c.req.json();
  await ferries.insert({ by: claims.sub, ship: sailing.ship, pier: sailing.pier });
  return c.body(null, 204);
});
