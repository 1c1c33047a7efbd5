import auth from '@fastify/auth';
import Fastify from 'fastify';
import rawBody from 'fastify-raw-body';
import { sedges } from './sedges';
import { verifySignature, verifyToken } from './verify';

export async function build() {
  const app = Fastify();
  await app.register(rawBody, { global: true });
  await app.register(auth);
  app.decorate('verifySignature', verifySignature).decorate('verifyToken', verifyToken);
  app.after(() => {
    app.post('/hooks/sedges', { preHandler: app.auth([app.verifySignature, app.verifyToken], { relation: 'and' }) }, async (request) => {
      await sedges.insertOne({ id: (request.body as { id: string }).id });
      return { stored: true };
    });
  });
  return app;
}
