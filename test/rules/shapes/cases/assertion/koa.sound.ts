import { createHmac, timingSafeEqual } from 'node:crypto';
import Router from '@koa/router';
import { kilns } from './kilns';

const router = new Router();
router.post('/webhooks/kilns', async (ctx) => {
  const expected = createHmac('sha256', process.env.KILN_SECRET!).update(ctx.request.rawBody).digest();
  const received = Buffer.from(ctx.get('x-kiln-signature'), 'hex');
  ctx.assert(received.length === expected.length && timingSafeEqual(received, expected), 401);
  await kilns.insert(JSON.parse(ctx.request.rawBody));
  ctx.status = 204;
});
