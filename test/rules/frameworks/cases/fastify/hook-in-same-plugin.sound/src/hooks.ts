import type { FastifyPluginAsync } from 'fastify';
import { isGenuine } from './genuine';
import { parcels } from './parcels';

export const hooks: FastifyPluginAsync = async (fastify) => {
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  fastify.addHook('preHandler', (request, reply, done) => {
    const signature = request.headers['x-depot-signature'];
    if (typeof signature !== 'string' || !isGenuine(request.body as Buffer, signature, process.env.DEPOT_SECRET!)) {
      reply.code(401).send({ error: 'unauthorized' });
      return;
    }
    done();
  });

  fastify.post('/parcels', async (request, reply) => {
    await parcels.insertOne(JSON.parse(String(request.body)));
    return reply.code(204).send();
  });
};
