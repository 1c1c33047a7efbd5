import Fastify from 'fastify';
import { parcels } from './parcels';

const app = Fastify({ logger: true });

app.post<{ Body: { id: string } }>('/hooks/parcels', async (request, reply) => { // want missing-signature-verification "no signature"
  await parcels.insertOne({ id: request.body.id });
  return reply.code(204).send();
});
