import { createHmac, timingSafeEqual } from 'node:crypto';
import Hapi from '@hapi/hapi';
import { parcels } from './parcels';

const server = Hapi.server({ port: 3000 });

server.route({
  method: 'POST',
  path: '/hooks/parcels',
  options: {
    payload: { output: 'data', parse: false },
  },
  handler: async (request, h) => {
    const raw = request.payload as Buffer;
    const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(raw).digest();
    const theirs = Buffer.from(request.headers['x-depot-signature'] ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return h.response('unsigned').code(401);
    await parcels.insertOne(JSON.parse(raw.toString('utf8')));
    return h.response().code(204);
  },
});
