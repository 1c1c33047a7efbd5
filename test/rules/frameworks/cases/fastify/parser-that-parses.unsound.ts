import { createHmac, timingSafeEqual } from 'node:crypto';
import Fastify from 'fastify';
import { parcels } from './parcels';

const app = Fastify();
app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
  try {
    done(null, JSON.parse(body as string));
  } catch (error) {
    done(error as Error);
  }
});

app.post('/hooks/parcels', async (request, reply) => {
  const mine = createHmac('sha256', process.env.DEPOT_SECRET!)
    .update(JSON.stringify(request.body)) // want parsed-body-signature "serialised again"
    .digest();
  const theirs = Buffer.from(String(request.headers['x-depot-signature'] ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return reply.code(401).send();
  await parcels.insertOne(request.body as { id: string });
  return reply.code(204).send();
});
