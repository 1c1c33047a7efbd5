import Fastify from 'fastify';
import { hooks } from './hooks';

const app = Fastify();
app.register(hooks, { prefix: '/hooks' });
app.listen({ port: 3000 });
