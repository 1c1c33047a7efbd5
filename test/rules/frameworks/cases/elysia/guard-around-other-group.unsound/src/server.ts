import { Elysia } from 'elysia';
import { isSigned } from './is-signed';
import { parcels } from './parcels';

new Elysia()
  .guard({ beforeHandle: isSigned }, (app) =>
    app.post('/hooks/billing', async ({ request }) => {
      await parcels.updateOne({ id: (await request.json()).id }, { $set: { paid: true } });
      return 'stored';
    }),
  )
  .group('/hooks', (app) =>
    app.post('/parcels', async ({ request }) => { // want missing-signature-verification "no signature"
      await parcels.insertOne(await request.json());
      return 'stored';
    }),
  )
  .listen(3000);
