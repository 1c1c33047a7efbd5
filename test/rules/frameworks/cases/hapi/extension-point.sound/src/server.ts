import Hapi from '@hapi/hapi';
import { signed } from './signed';
import { parcels } from './parcels';

export const server = Hapi.server({ port: 3000, routes: { payload: { parse: false, output: 'data' } } });

server.ext('onPreHandler', signed);

server.route({
  method: ['POST', 'PUT'],
  path: '/hooks/parcels',
  handler: async (request, h) => {
    await parcels.insertOne(JSON.parse(String(request.payload)));
    return h.response().code(204);
  },
});
