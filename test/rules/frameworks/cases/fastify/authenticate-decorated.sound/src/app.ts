import Fastify from 'fastify';
import auth from './auth';
import storks from './storks';

const app = Fastify({ logger: true });
app.register(auth);
app.register(storks, { prefix: '/webhooks' });
app.listen({ port: 3000 });
