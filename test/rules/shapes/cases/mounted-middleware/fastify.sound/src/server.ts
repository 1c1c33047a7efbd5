import Fastify from 'fastify';
import { meterHooks } from './plugin';

const webhookSecret = process.env.METER_SECRET;
const app = Fastify();

if (webhookSecret) {
  app.register(meterHooks, { prefix: '/hooks', webhookSecret });
}
app.listen({ port: 3000 });
