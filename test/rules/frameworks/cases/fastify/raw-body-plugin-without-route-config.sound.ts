import { createHmac, timingSafeEqual } from 'node:crypto';
import fastify from 'fastify';
import fastifyRawBody from 'fastify-raw-body';
import { parcels } from './parcels';

const server = fastify();

server.register(fastifyRawBody, { global: true });
server.register(async (instance) => {
  instance.post('/hooks/parcels', { onRequest: async (request) => request.log.info('delivery') }, async (req, res) => {
    const given = req.headers['x-depot-signature'] as string | undefined;
    if (!given) return res.code(401).send({ error: 'unsigned' });
    const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(req.rawBody!).digest();
    const theirs = Buffer.from(given, 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.code(401).send({ error: 'forged' });
    await parcels.insertOne(req.body as { id: string });
    return { stored: true };
  });
});
