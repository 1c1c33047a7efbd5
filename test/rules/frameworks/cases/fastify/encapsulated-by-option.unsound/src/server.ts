import Fastify from 'fastify';
import { hooks } from './hooks';
import { partners } from './partners';

const app = Fastify();
await app.register(partners, { prefix: '/partners', secret: process.env.PARTNER_SECRET! });
await app.register(hooks, { prefix: '/hooks' });
await app.listen({ port: 3000 });
