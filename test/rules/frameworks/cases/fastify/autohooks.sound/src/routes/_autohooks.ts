import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import rawBody from 'fastify-raw-body';

const hooks: FastifyPluginAsync = async (fastify) => {
  await fastify.register(rawBody, { global: true });
  fastify.addHook('preHandler', async (request, reply) => {
    const mine = createHmac('sha256', process.env.MARSH_SECRET!).update(request.rawBody!).digest();
    const theirs = Buffer.from(String(request.headers['x-marsh-signature'] ?? ''), 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return reply.code(401).send({ error: 'forged' });
  });
};

export default hooks;
