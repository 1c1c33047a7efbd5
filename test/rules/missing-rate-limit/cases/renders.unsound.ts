import { execFileSync } from 'node:child_process';
import Fastify from 'fastify';
import { Webhook } from 'standardwebhooks';

const app = Fastify();

app.post('/hooks/crates', { config: { rawBody: true } }, async (request, reply) => { // want missing-rate-limit "`execFileSync`"
  new Webhook(process.env.CRATE_KEY!).verify(request.rawBody!, request.headers as Record<string, string>);
  execFileSync('/usr/local/bin/render-film');
  return reply.code(204).send();
});
