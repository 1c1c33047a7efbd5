import { createHmac, timingSafeEqual } from 'node:crypto';
import Fastify from 'fastify';
import { readings } from './readings';

const app = Fastify();

app.post('/hooks/meters', async (request, reply) => {
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(JSON.stringify(request.body)).digest(); // want parsed-body-signature "serialised again"
  const theirs = Buffer.from(String(request.headers['x-meter-signature'] ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return reply.code(401).send();

  const { meter, kwh } = request.body as { meter: string; kwh: number };
  await readings.insert({ meter, kwh });
  return reply.code(204).send();
});
