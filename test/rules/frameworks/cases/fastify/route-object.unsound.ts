import Fastify from 'fastify';
import { parcels } from './parcels';

const app = Fastify();

app.route({ // want missing-signature-verification "no signature"
  method: 'POST',
  url: '/hooks/parcels',
  handler: async (request, reply) => {
    await parcels.insertOne(request.body as { id: string });
    return reply.code(204).send();
  },
});
