import fastify from 'fastify';
import rawBody from 'fastify-raw-body';
import { hooks } from './hooks.js';

const server = fastify();

await server.register(rawBody, { global: false });
await server.register(hooks);

server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' }, (error) => {
  if (error) throw error;
});
