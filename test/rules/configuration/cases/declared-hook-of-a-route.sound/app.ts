import Fastify from 'fastify';
import { parcelcoOnly } from '@parcelco/fastify';
import { db } from './db';

const app = Fastify();

app.post('/hooks/parcels', { preHandler: parcelcoOnly },async (request, reply) => {
  await db.parcels.insert(request.body);
  return reply.code(204).send();
});
