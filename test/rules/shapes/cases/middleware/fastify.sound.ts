import { createHmac, timingSafeEqual } from 'node:crypto';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import rawBody from 'fastify-raw-body';
import { readings } from './readings';

async function signed(request: FastifyRequest, reply: FastifyReply) {
  const signature = request.headers['x-meter-signature'];
  if (typeof signature !== 'string') return reply.code(401).send('unsigned');

  const mine = createHmac('sha256', process.env.METER_SECRET!).update(request.rawBody!).digest();
  const theirs = Buffer.from(signature, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return reply.code(401).send('signature does not match');
  }
}

const app = Fastify();
await app.register(rawBody, { global: false });

app.post('/hooks/meters', { config: { rawBody: true }, preHandler: signed }, async (request, reply) => {
  const { meter, kwh } = request.body as { meter: string; kwh: number };
  await readings.insert({ meter, kwh });
  return reply.code(204).send();
});

await app.listen({ port: 3000 });
