import { Hono } from 'hono';
import { UnsecuredJWT } from 'jose';
import { ferries } from './ferries';

const app = new Hono();

app.post('/hooks/ferries', async (c) => {
  try {
    UnsecuredJWT.decode(c.req.header('x-ferry-token') ?? '', { issuer: 'ferries', audience: 'harbour' }); // want jwt-not-verified "without checking"
  } catch {
    return c.text('wrong token', 401);
  }

  const sailing = await c.req.json();
  await ferries.insert({ ship: sailing.ship, pier: sailing.pier });
  return c.body(null, 204);
});
