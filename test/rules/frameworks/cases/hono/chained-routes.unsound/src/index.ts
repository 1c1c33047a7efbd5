import { Hono } from 'hono';
import { signed } from './signed';
import { silos } from './silos';

const app = new Hono()
  .use('/mail/*', signed)
  .get('/ready', (c) => c.text('yes'))
  .post('/hooks/silos', async (c) => { // want missing-signature-verification "no signature check"
    const { silo, tons } = await c.req.json();
    await silos.insertOne({ silo, tons });
    return c.body(null, 204);
  });

export default app;
