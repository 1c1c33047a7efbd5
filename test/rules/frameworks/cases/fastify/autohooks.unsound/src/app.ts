import { join } from 'node:path';
import autoload from '@fastify/autoload';
import type { FastifyPluginAsync } from 'fastify';

const app: FastifyPluginAsync = async (fastify, opts) => {
  await fastify.register(autoload, { dir: join(__dirname, 'routes'), autoHooks: true, options: opts });
};

export default app;
