import { Hono } from 'hono';
import { queue } from './queue';

const app = new Hono();
app.post('/hooks/crates', async (c) => { // want missing-signature-verification "no signature" want missing-rate-limit "nothing asks who sends"
  await queue.enqueue('move', await c.req.json());
  return c.body(null, 202);
});
