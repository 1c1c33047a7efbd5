import type { FastifyPluginAsync } from 'fastify';
import { reeds } from '../../reeds';

const routes: FastifyPluginAsync = async (fastify) => {
  fastify.post('/reeds', async (request, reply) => {
    await reeds.insertOne({ id: (request.body as { id: string }).id });
    return reply.code(204).send();
  });
};

export default routes;
