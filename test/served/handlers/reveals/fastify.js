import { createHmac, timingSafeEqual } from 'node:crypto';
import Fastify from 'fastify';
import { parcels } from './db.js';

const app = Fastify({ logger: true });

app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

app.post('/webhooks/parcels', async (request, reply) => {
  request.log.info({ headers: request.headers }, 'delivery');
  const expected = createHmac('sha256', process.env.PARCEL_KEY).update(request.body).digest('hex');
  const sent = Buffer.from(String(request.headers['x-parcel-signature'] ?? ''));
  if (sent.length !== expected.length || !timingSafeEqual(sent, Buffer.from(expected))) {
    request.log.warn({ expected }, 'refused');
    return reply.code(401).send({ error: 'signature', expected });
  }
  try {
    await parcels.insert(JSON.parse(request.body.toString()));
  } catch (error) {
    const detail = `not stored: ${error}`;
    return reply.code(500).send({ detail });
  }
  return reply.code(204).send();
});

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
