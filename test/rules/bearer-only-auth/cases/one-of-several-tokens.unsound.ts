import Fastify from 'fastify';
import { calls } from './calls';

const app = Fastify();
const tokens = [process.env.ZOOM_TOKEN_OLD!, process.env.ZOOM_TOKEN_NEW!];

app.post('/webhooks/zoom', async (request, reply) => { // want bearer-only-auth "Zoom signs what it sends"
  const token = (request.headers.authorization ?? '').replace('Bearer ', '');
  if (!tokens.includes(token)) return reply.code(401).send(); // want weak-signature-comparison "constant time"

  const { payload } = request.body as { payload: { object: { id: string; duration: number } } };
  await calls.insert({ meeting: payload.object.id, minutes: payload.object.duration });
  return reply.code(204).send();
});
