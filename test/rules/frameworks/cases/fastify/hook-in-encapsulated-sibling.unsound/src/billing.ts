import type { FastifyInstance } from 'fastify';
import { isGenuine } from './genuine';
import { parcels } from './parcels';

export async function billing(fastify: FastifyInstance) {
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  fastify.addHook('preHandler', async (request, reply) => {
    const signature = request.headers['x-depot-signature'];
    if (typeof signature !== 'string' || !isGenuine(request.body as Buffer, signature, process.env.DEPOT_SECRET!)) {
      return reply.code(401).send({ error: 'unauthorized' });
    }
  });
  fastify.post('/paid', async (request, reply) => {
    await parcels.updateOne({ id: JSON.parse(String(request.body)).id }, { $set: { paid: true } });
    return reply.code(204).send();
  });
}
