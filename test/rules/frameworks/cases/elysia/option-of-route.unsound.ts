import { createHmac } from 'node:crypto';
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
      const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(body as string).digest('hex');
      if (headers['x-depot-signature'] !== mine) return status(401); // want weak-signature-comparison "constant time"
    },
  },
);
