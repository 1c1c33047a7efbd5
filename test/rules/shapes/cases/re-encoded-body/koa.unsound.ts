import { createHmac, timingSafeEqual } from 'node:crypto';
import Router from '@koa/router';
import { readings } from './readings';

export const router = new Router();

router.post('/hooks/meters', async (ctx) => {
  const body = ctx.request.body as { meter: string; kwh: number };
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(JSON.stringify(body)).digest(); // want parsed-body-signature "serialised again"
  const theirs = Buffer.from(ctx.get('x-meter-signature'), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) ctx.throw(401);

  await readings.insert({ meter: body.meter, kwh: body.kwh });
  ctx.status = 204;
});
