import { Elysia } from 'elysia';
import { signed } from './signed';
import { parcels } from './parcels';

new Elysia()
  .use(signed)
  .post('/hooks/parcels', async ({ body }) => { // want missing-signature-verification "no signature"
    await parcels.insertOne(body as { id: string });
    return 'stored';
  })
  .listen(3000);
