import Fastify from 'fastify';
import { billing } from './billing';
import { hooks } from './hooks';

const app = Fastify();
app.register(billing, { prefix: '/hooks/billing' });
app.register(hooks, { prefix: '/hooks' });
app.listen({ port: 3000 });
