import jwt from '@fastify/jwt';
import Fastify from 'fastify';
import { egrets } from './egrets';

const app = Fastify();
app.register(jwt, { secret: process.env.EGRET_SECRET! });

app.post('/hooks/egrets', async (request, reply) => {
  const claims = await request.jwtDecode<{ iss: string }>(); // want jwt-not-verified "checking"
  if (claims.iss !== 'egrets') return reply.code(403).send();
  await egrets.insertOne({ id: (request.body as { id: string }).id });
  return { ok: true };
});
