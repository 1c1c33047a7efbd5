import { createHmac, timingSafeEqual } from 'node:crypto';
import Fastify from 'fastify';
import { parcels } from './parcels';

const app = Fastify();
app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

app.post('/webhooks/parcels', async (request, reply) => {
  const sent = String(request.headers['x-parcel-signature'] ?? '');
  const expected = createHmac('sha256', process.env.PARCEL_KEY!).update(request.body as Buffer).digest('hex');
  if (sent.length !== expected.length || !timingSafeEqual(Buffer.from(sent), Buffer.from(expected))) {
    request.log.warn({ from: request.ip }, 'signature does not match');
    return reply.code(401).send();
  }
  await parcels.insert(JSON.parse(String(request.body)));
  return reply.code(204).send();
});
