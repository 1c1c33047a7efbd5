import Fastify from 'fastify';
import { parcelcoOnly } from '@parcelco/fastify';
import { db } from './db';

const app = Fastify();

app.post('/hooks/parcels', { bodyLimit: 4096 },async (request, reply) => { // want missing-signature-verification "has no signature check"
  await db.parcels.insert(request.body);
  return reply.code(204).send();
});
