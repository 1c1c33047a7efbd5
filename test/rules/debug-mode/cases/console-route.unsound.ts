import Fastify from 'fastify';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = Fastify();
app.post('/hooks/crates', { config: { rawBody: true } }, async (request, reply) => {
  new Webhook(process.env.CRATE_KEY!).verify(request.rawBody!, request.headers as Record<string, string>);
  await crates.upsert(request.body);
  return reply.code(204).send();
});
app.delete('/_debug/crates', async (_request, reply) => { // want debug-mode "reaches `crates.deleteMany`"
  await crates.deleteMany({});
  return reply.code(204).send();
});
