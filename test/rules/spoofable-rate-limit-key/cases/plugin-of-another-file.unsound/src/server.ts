import Fastify from 'fastify';
import rateLimit from '@fastify/rate-limit';
import { hooks } from './hooks';

const app = Fastify();
app.register(rateLimit, { max: 60, keyGenerator: (request) => request.headers['x-source'] as string }); // want spoofable-rate-limit-key "the header `x-source`"
app.register(hooks);
