import type { FastifyReply, FastifyRequest } from 'fastify';
import { isGenuine } from './genuine';

export async function verifySignature(request: FastifyRequest, reply: FastifyReply) {
  const signature = request.headers['x-depot-signature'];
  if (typeof signature !== 'string' || !isGenuine(request.body as string, signature, process.env.DEPOT_SECRET!)) {
    await reply.code(401).send({ error: 'unauthorized' });
  }
}
