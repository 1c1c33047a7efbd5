import { execFileSync } from 'node:child_process';
import Fastify from 'fastify';
import rateLimit from '@fastify/rate-limit';
import { Webhook } from 'standardwebhooks';

const app = Fastify();
await app.register(rateLimit, { max: 60, timeWindow: '1 minute' });

app.post('/hooks/crates', { config: { rawBody: true } }, async (request, reply) => {
  new Webhook(process.env.CRATE_KEY!).verify(request.rawBody!, request.headers as Record<string, string>);
  execFileSync('/usr/local/bin/render-film');
  return reply.code(204).send();
});
