import Fastify from 'fastify';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = Fastify({ logger: true });

app.post('/hooks/crates', { bodyLimit: 262_144, config: { rawBody: true } }, async (request, reply) => {
  new Webhook(process.env.CRATE_KEY!).verify(request.rawBody!, request.headers as Record<string, string>);
  await crates.upsert(request.body);
  return reply.code(204).send();
});
