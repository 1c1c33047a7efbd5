import { Elysia } from 'elysia';
import { parcels } from './parcels';

new Elysia()
  .get('/', () => 'ok')
  .post('/hooks/parcels', async ({ body, set }) => { // want missing-signature-verification "no signature"
    await parcels.insertOne(body as { id: string });
    set.status = 204;
  })
  .listen(3000);
