import Boom from '@hapi/boom';
import type { ServerRoute } from '@hapi/hapi';
import { isGenuine } from '../genuine';
import { parcels } from '../parcels';

export const hookRoutes: ServerRoute[] = [
  {
    method: 'POST',
    path: '/hooks/parcels',
    options: { auth: false, payload: { parse: false } },
    handler: async (request, h) => {
      const raw = request.payload as Buffer;
      if (!isGenuine(raw, request.headers['x-depot-signature'] ?? '', process.env.DEPOT_SECRET!)) throw Boom.unauthorized();
      await parcels.insertOne(JSON.parse(raw.toString()));
      return h.response().code(204);
    },
  },
];
