import { Elysia } from 'elysia';
import { isGenuine } from './genuine';
import { parcels } from './parcels';

export const app = new Elysia({ prefix: '/hooks' })
  .onParse(({ request }) => request.text())
  .post('/parcels', async ({ body }) => {
    await parcels.insertOne(JSON.parse(String(body)));
    return 'stored';
  })
  .onBeforeHandle(({ body, headers, status }) => { // want fail-open-verification "after the route"
    if (!isGenuine(String(body), headers['x-depot-signature'] ?? '', process.env.DEPOT_SECRET!)) return status(401);
  });
