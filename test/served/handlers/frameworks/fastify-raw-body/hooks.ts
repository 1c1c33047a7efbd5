import { appendFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

interface Delivery {
  id: string;
}

export const hooks = async (app: FastifyInstance) => {
  app.post<{ Body: Delivery }>('/webhooks/github', async ({ body }, reply) => {
    appendFileSync(process.env.EFFECTS ?? '', `github ${body.id}\n`);
    return reply.code(204).send();
  });

  app.post<{ Body: Delivery }>('/webhooks/shopify', async (req) => {
    appendFileSync(process.env.EFFECTS ?? '', `shopify ${req.body.id}\n`);
    return { ok: true };
  });
};
