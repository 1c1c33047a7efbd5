import Fastify from 'fastify';
import rateLimit from '@fastify/rate-limit';
import { hooks } from './hooks';

const app = Fastify();
app.register(rateLimit, { max: 60, keyGenerator: (request) => request.ip });
app.register(hooks);
