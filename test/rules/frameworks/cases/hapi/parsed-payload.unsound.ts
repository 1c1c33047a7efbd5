import { createHmac, timingSafeEqual } from 'node:crypto';
import Hapi from '@hapi/hapi';
import { parcels } from './parcels';

const server = Hapi.server({ port: 3000 });

server.route({
  method: 'POST',
  path: '/hooks/parcels',
  handler: async (request, h) => {
    const mine = createHmac('sha256', process.env.DEPOT_SECRET!)
      .update(JSON.stringify(request.payload)) // want parsed-body-signature "serialised again"
      .digest();
    const theirs = Buffer.from(request.headers['x-depot-signature'] ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return h.response('unsigned').code(401);
    await parcels.insertOne(request.payload as { id: string });
    return h.response().code(204);
  },
});
