import Fastify from 'fastify';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = Fastify({ bodyLimit: 512 * 1024 * 1024 }); // want unbounded-payload "`bodyLimit` lets bodies of 512 MB through"

app.post('/hooks/crates', { config: { rawBody: true } }, async (request, reply) => {
  new Webhook(process.env.CRATE_KEY!).verify(request.rawBody!, request.headers as Record<string, string>);
  await crates.upsert(request.body);
  return reply.code(204).send();
});
