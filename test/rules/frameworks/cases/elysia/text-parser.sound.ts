import { createHmac, timingSafeEqual } from 'node:crypto';
import { Elysia } from 'elysia';
import { parcels } from './parcels';

new Elysia()
  .post(
    '/hooks/parcels',
    async ({ body, headers, status }) => {
      const raw = body as string;
      const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(raw).digest();
      const theirs = Buffer.from(headers['x-depot-signature'] ?? '', 'hex');
      if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return status(401, 'unsigned');
      await parcels.insertOne(JSON.parse(raw));
      return status(204);
    },
    { parse: 'text' },
  )
  .listen(3000);
