import { Elysia } from 'elysia';
import { signed } from './signed';
import { parcels } from './parcels';

new Elysia()
  .use(signed)
  .post('/hooks/parcels', async ({ raw }) => {
    await parcels.insertOne(JSON.parse(raw));
    return 'stored';
  })
  .listen(3000);
