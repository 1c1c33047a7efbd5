import Hapi from '@hapi/hapi';
import { parcels } from './parcels';

const server = Hapi.server({ port: 3000 });

server.route({ // want missing-signature-verification "no signature"
  method: 'POST',
  path: '/hooks/parcels',
  handler: async (request, h) => {
    await parcels.insertOne(request.payload as { id: string });
    return h.response().code(204);
  },
});
