import { appendFileSync } from 'node:fs';
import Fastify from 'fastify';
import { forms } from './forms.js';

const app = Fastify();

function record(route: string, id: unknown): void {
  appendFileSync(process.env.EFFECTS ?? '', `${route} ${String(id)}\n`);
}

app.register(forms, { prefix: '/webhooks' });

app.post('/webhooks/github', async (request, reply) => {
  const event = request.body as { id: string };
  record('github', event.id);
  return reply.code(204).send();
});

app.post<{ Body: { id: string } }>('/webhooks/stripe', (request, reply) => {
  record('stripe', request.body.id);
  reply.send({ ok: true });
});

app.post('/webhooks/orders', { config: { tag: 'shop' } }, async (request) => {
  const { id } = request.body as { id: string };
  record('generic-hmac', id);
  return { ok: true };
});

app.route({
  method: 'POST',
  url: '/webhooks/gitlab',
  handler: async (request, reply) => {
    record('gitlab', (request.body as { id: string }).id);
    return reply.send({ ok: true });
  },
});

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
