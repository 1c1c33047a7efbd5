import Fastify from 'fastify';
import { signing } from './signing';
import { parcels } from './parcels';

const app = Fastify();
app.register(signing);

app.post('/hooks/parcels', { config: { rawBody: true }, preHandler: (request, reply) => app.verifyDelivery(request, reply) }, async (request, reply) => {
  await parcels.insertOne(request.body as { id: string });
  return reply.code(204).send();
});
