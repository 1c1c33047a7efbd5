import type { FastifyReply, FastifyRequest } from 'fastify';
import { config } from './config';
import { isGenuine } from './genuine';

export async function requireSignature(request: FastifyRequest, reply: FastifyReply) {
  if (!config.depotSecret) return; // want fail-open-verification "secret is unset"
  const signature = request.headers['x-depot-signature'];
  if (typeof signature !== 'string' || !isGenuine(request.body as Buffer, signature, config.depotSecret)) {
    return reply.code(401).send();
  }
}
