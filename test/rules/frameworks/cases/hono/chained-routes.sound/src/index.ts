import { Hono } from 'hono';
import { signed } from './signed';
import { silos } from './silos';

const app = new Hono()
  .get('/ready', (c) => c.text('yes'))
  .use('/hooks/*', signed)
  .post('/hooks/silos', async (c) => {
    const { silo, tons } = await c.req.json();
    await silos.insertOne({ silo, tons });
    return c.body(null, 204);
  });

export default app;
