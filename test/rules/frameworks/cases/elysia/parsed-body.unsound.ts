import { createHmac, timingSafeEqual } from 'node:crypto';
import { Elysia } from 'elysia';
import { parcels } from './parcels';

new Elysia()
  .post('/hooks/parcels', async ({ body, headers, error }) => {
    const mine = createHmac('sha256', process.env.DEPOT_SECRET!)
      .update(JSON.stringify(body)) // want parsed-body-signature "serialised again"
      .digest();
    const theirs = Buffer.from(headers['x-depot-signature'] ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return error(401);
    await parcels.insertOne(body as { id: string });
    return 'stored';
  })
  .listen(3000);
