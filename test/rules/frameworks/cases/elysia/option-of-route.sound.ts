import { createHmac, timingSafeEqual } from 'node:crypto';
import { Elysia } from 'elysia';
import { parcels } from './parcels';

const app = new Elysia();

app.post(
  '/hooks/parcels',
  async ({ body }) => {
    await parcels.insertOne(JSON.parse(body as string));
    return 'stored';
  },
  {
    type: 'text',
    beforeHandle({ body, headers, status }) {
      const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(body as string).digest();
      const theirs = Buffer.from(headers['x-depot-signature'] ?? '', 'hex');
      if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return status(401);
    },
  },
);
