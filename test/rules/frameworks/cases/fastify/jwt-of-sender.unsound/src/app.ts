import jwt from '@fastify/jwt';
import Fastify from 'fastify';
import { herons } from './herons';

const app = Fastify();
app.register(jwt, { secret: { public: process.env.HERON_PUBLIC_KEY! }, verify: { algorithms: ['RS256'], allowedIss: 'https://herons.example', allowedAud: 'marsh' } });

app.addHook('onRequest', async (request) => {
  try {
    await request.jwtVerify();
  } catch (error) { // want fail-open-verification "goes on"
    request.log.warn(error);
  }
});

app.post('/hooks/herons', async (request) => {
  await herons.insertOne({ id: (request.body as { id: string }).id });
  return { ok: true };
});
