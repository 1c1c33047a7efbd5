import Hapi from '@hapi/hapi';
import { signed } from './signed';
import { parcels } from './parcels';

export const server = Hapi.server({ port: 3000 });

server.ext('onPreResponse', signed);

server.route({ // want missing-signature-verification "no signature"
  method: 'POST',
  path: '/hooks/parcels',
  handler: async (request, h) => {
    await parcels.insertOne(JSON.parse(String(request.payload)));
    return h.response().code(204);
  },
});
