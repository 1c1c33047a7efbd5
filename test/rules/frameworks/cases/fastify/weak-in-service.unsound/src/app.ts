import Fastify, { type FastifyInstance } from 'fastify';
import { DeliveryService } from './delivery.service';
import { parcels } from './parcels';

export function build(): FastifyInstance {
  const app = Fastify();
  const deliveries = new DeliveryService(process.env.DEPOT_SECRET!);
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.post('/hooks/parcels', async (request, reply) => {
    if (!deliveries.isGenuine(request.body as Buffer, request.headers)) return reply.code(401).send();
    await parcels.insertOne(JSON.parse(String(request.body)));
    return reply.code(204).send();
  });
  return app;
}
