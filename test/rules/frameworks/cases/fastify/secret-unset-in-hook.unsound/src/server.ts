import Fastify from 'fastify';
import { requireSignature } from './require-signature';
import { parcels } from './parcels';

const app = Fastify();
app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

app.post('/hooks/parcels', { preHandler: requireSignature }, async (request, reply) => {
  await parcels.insertOne(JSON.parse(String(request.body)));
  return reply.code(204).send();
});
