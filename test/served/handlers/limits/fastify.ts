import { createHmac, timingSafeEqual } from 'node:crypto';
import Fastify from 'fastify';
import { parcels } from './db.js';

const app = Fastify({ bodyLimit: 256 * 1024 * 1024 });

app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

app.post('/webhooks/parcels', async (request, reply) => {
  const body = request.body as Buffer;
  const mine = createHmac('sha256', process.env.PARCEL_KEY!).update(body).digest();
  const theirs = Buffer.from(String(request.headers['x-parcel-signature'] ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return reply.code(401).send();
  parcels.upsert(JSON.parse(body.toString()).id);
  return reply.code(204).send();
});

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
