import { createHmac, timingSafeEqual } from 'node:crypto';
import Fastify from 'fastify';
import { parcels } from './parcels';

const app = Fastify();
app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
  (request as typeof request & { rawBody: Buffer }).rawBody = body as Buffer;
  done(null, JSON.parse(body.toString()));
});

app.post('/hooks/parcels', async (request, reply) => {
  const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(request.rawBody as Buffer).digest();
  const theirs = Buffer.from(String(request.headers['x-depot-signature'] ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return reply.code(401).send();
  await parcels.insertOne(request.body as { id: string });
  return reply.code(204).send();
});
