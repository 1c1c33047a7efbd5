import Fastify from 'fastify';
import { melts } from './melts';
import { holderOf } from './tokens';

const app = Fastify();

app.post('/hooks/glacier', async (request, reply) => {
  const { station, depth } = request.body as { station: string; depth: number };
  let holder: string;
  try {
    holder = holderOf(request.headers.authorization);
  } catch {
    return reply.code(401).send();
  }
  await melts.insert({ station, depth, holder });
  return reply.code(204).send();
});
