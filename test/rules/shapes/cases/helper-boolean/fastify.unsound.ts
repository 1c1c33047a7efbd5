import { createHmac, timingSafeEqual } from 'node:crypto';
import Fastify from 'fastify';
import { readings } from './readings';

function isGenuine(raw: Buffer | string, signature: string | null | undefined): boolean {
  if (!signature) return false;
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

const app = Fastify();
app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

app.post('/hooks/meters', async (request, reply) => {
  const raw = request.body as Buffer;
  const signature = request.headers['x-meter-signature'] as string | undefined;
  isGenuine(raw, signature); // want fail-open-verification "result is ignored"

  const { meter, kwh } = JSON.parse(raw.toString('utf8'));
  await readings.insert({ meter, kwh });
  return reply.code(204).send();
});

app.listen({ port: 3000 });
