import { Elysia } from 'elysia';
import { isGenuine } from './genuine';
import { parcels } from './parcels';

export const app = new Elysia({ prefix: '/hooks' })
  .onParse(({ request }) => request.text())
  .onBeforeHandle(({ body, headers, set }) => {
    if (!isGenuine(String(body), headers['x-depot-signature'] ?? '', process.env.DEPOT_SECRET!)) {
      set.status = 401;
      return 'unsigned';
    }
  })
  .post('/parcels', async ({ body }) => {
    await parcels.insertOne(JSON.parse(String(body)));
    return 'stored';
  });
