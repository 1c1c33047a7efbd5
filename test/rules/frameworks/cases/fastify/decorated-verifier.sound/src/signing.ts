import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import rawBody from 'fastify-raw-body';
import { isGenuine } from './genuine';

export const signing = fp(async (app) => {
  await app.register(rawBody, { global: false });
  app.decorate('verifyDelivery', async (request: FastifyRequest, reply: FastifyReply) => {
    const signature = request.headers['x-depot-signature'];
    if (typeof signature !== 'string' || !isGenuine(request.rawBody!, signature, process.env.DEPOT_SECRET!)) {
      return reply.code(401).send();
    }
  });
});
