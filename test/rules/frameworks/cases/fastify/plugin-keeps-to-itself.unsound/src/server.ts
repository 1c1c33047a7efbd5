import Fastify from 'fastify';
import { hooks } from './hooks';
import { signed } from './plugins/signed';

const app = Fastify();
await app.register(signed, { secret: process.env.DEPOT_SECRET! });
await app.register(hooks, { prefix: '/hooks' });
await app.listen({ port: 3000 });
