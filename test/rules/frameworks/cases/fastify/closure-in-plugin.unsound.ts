import fastify from 'fastify';
import { parcels } from './parcels';

const server = fastify();

server.register(async (instance) => {
  instance.post('/hooks/parcels', async (req) => { // want missing-signature-verification "no signature"
    await parcels.insertOne(req.body as { id: string });
    return { stored: true };
  });
});
