import type { Plugin, Server } from '@hapi/hapi';
import { verifySignature } from './verify-signature';
import { parcels } from './parcels';

export const hooks: Plugin<undefined> = {
  name: 'hooks',
  register: async (server: Server) => {
    server.route({
      method: 'POST',
      path: '/hooks/parcels',
      options: {
        payload: { output: 'data', parse: false },
        pre: [{ method: verifySignature, assign: 'delivery' }],
        handler: async (request, h) => {
          await parcels.insertOne(request.pre.delivery);
          return h.response().code(204);
        },
      },
    });
  },
};
