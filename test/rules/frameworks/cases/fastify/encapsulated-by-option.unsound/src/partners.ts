import type { FastifyPluginAsync } from 'fastify';
import fp from 'fastify-plugin';
import { isGenuine } from './genuine';

const plugin: FastifyPluginAsync<{ secret: string }> = async (fastify, options) => {
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  fastify.addHook('preHandler', async (request, reply) => {
    const signature = request.headers['x-depot-signature'];
    if (typeof signature !== 'string' || !isGenuine(request.body as Buffer, signature, options.secret)) {
      return reply.code(401).send({ error: 'unauthorized' });
    }
  });
};

export const partners = fp(plugin, { encapsulate: true });
