import jwt from '@fastify/jwt';
import Fastify from 'fastify';
import { herons } from './herons';

const app = Fastify();
app.register(jwt, { secret: { public: process.env.HERON_PUBLIC_KEY! }, verify: { algorithms: ['RS256'], allowedIss: 'https://herons.example', allowedAud: 'marsh' } });

app.addHook('onRequest', async (request, reply) => {
  try {
    await request.jwtVerify();
  } catch {
    return reply.code(401).send();
  }
});

app.post('/hooks/herons', async (request) => {
  await herons.insertOne({ id: (request.body as { id: string }).id });
  return { ok: true };
});
