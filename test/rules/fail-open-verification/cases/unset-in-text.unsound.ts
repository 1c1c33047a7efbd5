import { Hono } from 'hono';
import { firings } from './firings';

const app = new Hono();

app.post('/hooks/kilns', async (c) => {
  if (c.req.header('x-kiln-token') !== `kiln ${process.env.KILN_HOOK_TOKEN}`) return c.body(null, 401); // want fail-open-verification "anybody can send that" // want weak-signature-comparison "constant time"
  await firings.insert(await c.req.json());
  return c.body(null, 204);
});
