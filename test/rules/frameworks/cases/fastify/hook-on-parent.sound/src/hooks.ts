import type { FastifyInstance, FastifyPluginOptions } from 'fastify';
import { parcels } from './parcels';

export default async function routes(instance: FastifyInstance, _options: FastifyPluginOptions) {
  instance.post('/parcels', async (request, reply) => {
    await parcels.insertOne(JSON.parse(request.body as string));
    return reply.code(204).send();
  });
}

export { routes as hooks };
