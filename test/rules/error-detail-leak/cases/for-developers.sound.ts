import Fastify from 'fastify';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = Fastify();

app.post('/hooks/crates', async (request, reply) => {
  new Webhook(process.env.CRATE_KEY!).verify(request.rawBody!, request.headers as Record<string, string>);
  try {
    await crates.insert(request.body);
  } catch (error) {
    request.log.error(error);
    const detail = process.env.NODE_ENV === 'production' ? undefined : `not stored: ${error}`;
    return reply.code(500).send({ error: 'not stored', detail });
  }
  return reply.code(204).send();
});
