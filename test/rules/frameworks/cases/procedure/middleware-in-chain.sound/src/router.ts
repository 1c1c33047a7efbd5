import { publicProcedure } from './base';
import { signed } from './signed';
import { parcels } from './parcels';

export const router = {
  receive: publicProcedure
    .route({ method: 'POST', path: '/hooks/parcels', inputStructure: 'detailed' })
    .use(signed)
    .handler(async ({ context }) => {
      await parcels.insertOne(JSON.parse(context.raw));
      return { stored: true };
    }),
};
