import { createHmac, timingSafeEqual } from 'node:crypto';
import Fastify from 'fastify';
import rawBody from 'fastify-raw-body';
import { parcels } from './parcels';

const app = Fastify();
await app.register(rawBody, { field: 'rawBody', global: false, encoding: false, runFirst: true });

app.route({
  method: 'POST',
  url: '/hooks/parcels',
  config: { rawBody: true },
  handler: async (request, reply) => {
    const signature = request.headers['x-depot-signature'];
    if (typeof signature !== 'string' || !request.rawBody) return reply.code(401).send();
    const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(request.rawBody).digest();
    const theirs = Buffer.from(signature, 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return reply.code(401).send();
    await parcels.insertOne(request.body as { id: string });
    return reply.code(204).send();
  },
});
