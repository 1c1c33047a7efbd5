import type { FastifyInstance } from 'fastify';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

export async function hooks(app: FastifyInstance) {
  app.post('/hooks/crates', { config: { rawBody: true } }, async (request, reply) => {
    new Webhook(process.env.CRATE_KEY!).verify(request.rawBody!, request.headers as Record<string, string>);
    await crates.insert(request.body);
    return reply.code(204).send();
  });
}
