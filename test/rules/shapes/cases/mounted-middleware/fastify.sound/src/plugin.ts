import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { readings } from './readings';

export async function meterHooks(app: FastifyInstance, opts: { webhookSecret: string }) {
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.addHook('preHandler', async (request, reply) => {
    const mine = createHmac('sha256', opts.webhookSecret).update(request.body as Buffer).digest();
    const theirs = Buffer.from(String(request.headers['x-meter-signature'] ?? ''), 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
      return reply.code(401).send({ error: 'unauthorized' });
    }
  });

  app.post('/meters', async (request, reply) => {
    const { meter, kwh } = JSON.parse((request.body as Buffer).toString('utf8'));
    await readings.insertOne({ meter, kwh });
    return reply.code(204).send();
  });
}
