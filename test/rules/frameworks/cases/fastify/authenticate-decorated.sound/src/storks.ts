import type { FastifyInstance } from 'fastify';
import { nests } from './nests';

export default async function storks(fastify: FastifyInstance) {
  fastify.post('/storks', { onRequest: [fastify.authenticate] }, async (request) => {
    await nests.insertOne({ id: (request.body as { id: string }).id });
    return { ok: true };
  });
}
