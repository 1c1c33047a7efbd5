import type { FastifyInstance } from 'fastify';
import { keepRaw, requireSignature } from './signing';
import { parcels } from './parcels';

export async function routes(app: FastifyInstance) {
  app.post('/hooks/parcels', { preParsing: keepRaw, preHandler: [requireSignature(process.env.DEPOT_SECRET!)] }, async (request, reply) => {
    await parcels.insertOne(request.body as { id: string });
    return reply.status(204).send();
  });
}
