import Fastify from 'fastify';
import rateLimit from '@fastify/rate-limit';
import { hooks } from './hooks';

const app = Fastify();
app.register(rateLimit, { global: false });
app.register(hooks, { prefix: '/hooks' });
