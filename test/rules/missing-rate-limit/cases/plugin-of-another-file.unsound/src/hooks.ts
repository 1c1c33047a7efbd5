import { execFileSync } from 'node:child_process';
import type { FastifyInstance } from 'fastify';
import { Webhook } from 'standardwebhooks';

export async function hooks(app: FastifyInstance) {
  app.post('/crates', { config: { rawBody: true } }, async (request, reply) => { // want missing-rate-limit "Nothing limits how often"
    new Webhook(process.env.CRATE_KEY!).verify(request.rawBody!, request.headers as Record<string, string>);
    execFileSync('/usr/local/bin/print-label');
    return reply.code(204).send();
  });
}
