import type { FastifyPluginAsync } from 'fastify';
import { reeds } from '../../reeds';

const routes: FastifyPluginAsync = async (fastify) => {
  fastify.post('/reeds', async (request, reply) => {
    const { id } = request.body as { id: string };
    await reeds.updateOne({ _id: id }, { $set: { cut: true } }, { upsert: true });
    return reply.code(204).send();
  });
};

export default routes;
