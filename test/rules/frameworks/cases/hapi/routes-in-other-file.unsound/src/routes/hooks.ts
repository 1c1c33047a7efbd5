import type { ServerRoute } from '@hapi/hapi';
import { parcels } from '../parcels';

export const hookRoutes: ServerRoute[] = [
  { // want missing-signature-verification "no signature"
    method: 'POST',
    path: '/hooks/parcels',
    options: { auth: false },
    handler: async (request, h) => {
      await parcels.insertOne(request.payload as { id: string });
      return h.response().code(204);
    },
  },
];
