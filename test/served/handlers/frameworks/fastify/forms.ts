import { appendFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

export async function forms(fastify: FastifyInstance): Promise<void> {
  fastify.post('/slack', async (request) => {
    const { id } = request.body as { id: string };
    appendFileSync(process.env.EFFECTS ?? '', `slack ${id}\n`);
    return { ok: true };
  });
}
