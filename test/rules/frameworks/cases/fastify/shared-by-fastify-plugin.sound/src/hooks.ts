import type { FastifyInstance } from 'fastify';
import { parcels } from './parcels';

export async function hooks(fastify: FastifyInstance) {
  fastify.post('/parcels', async (request, reply) => {
    await parcels.insertOne(JSON.parse(String(request.body)));
    return reply.code(204).send();
  });
}
