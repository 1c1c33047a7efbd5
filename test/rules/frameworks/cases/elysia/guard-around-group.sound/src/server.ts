import { Elysia } from 'elysia';
import { isSigned } from './is-signed';
import { parcels } from './parcels';

new Elysia()
  .group('/hooks', (app) =>
    app.guard({ beforeHandle: [isSigned] }, (inner) =>
      inner.post('/parcels', async ({ request }) => {
        await parcels.insertOne(await request.json());
        return 'stored';
      }),
    ),
  )
  .listen(3000);
