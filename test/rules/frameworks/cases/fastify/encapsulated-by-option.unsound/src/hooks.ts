import type { FastifyInstance } from 'fastify';
import { parcels } from './parcels';

export async function hooks(fastify: FastifyInstance) {
  fastify.post('/parcels', async (request, reply) => { // want missing-signature-verification "no signature"
    await parcels.insertOne(request.body as { id: string });
    return reply.code(204).send();
  });
}
