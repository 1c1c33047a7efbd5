import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest, RequestPayload } from 'fastify';
import { isGenuine } from './genuine';

export async function keepRaw(request: FastifyRequest & { rawBody?: Buffer }, _reply: FastifyReply, payload: RequestPayload) {
  const chunks: Buffer[] = [];
  for await (const chunk of payload) chunks.push(chunk as Buffer);
  request.rawBody = Buffer.concat(chunks);
  return Readable.from(request.rawBody);
}

export function requireSignature(secret: string) {
  return async (request: FastifyRequest & { rawBody?: Buffer }, reply: FastifyReply) => {
    const signature = request.headers['x-depot-signature'];
    if (typeof signature !== 'string' || !request.rawBody || !isGenuine(request.rawBody, signature, secret)) {
      return reply.status(401).send();
    }
  };
}
