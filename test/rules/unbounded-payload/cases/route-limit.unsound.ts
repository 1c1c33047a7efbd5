import Fastify from 'fastify';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = Fastify();
const gigabyte = 1_073_741_824; // want unbounded-payload "`bodyLimit` lets bodies of 1 GB through"

app.post('/hooks/crates', { bodyLimit: gigabyte, config: { rawBody: true } }, async (request, reply) => {
  new Webhook(process.env.CRATE_KEY!).verify(request.rawBody!, request.headers as Record<string, string>);
  await crates.upsert(request.body);
  return reply.code(204).send();
});
