import Fastify from 'fastify';
import { hooks } from './hooks';
import { verifySignature } from './verify-signature';

export function build() {
  const app = Fastify();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.addHook('preHandler', verifySignature);
  app.register(hooks, { prefix: '/hooks' });
  return app;
}
