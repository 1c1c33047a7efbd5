import { createHmac, timingSafeEqual } from 'node:crypto';
import Router from '@koa/router';
import Koa, { type Middleware } from 'koa';
import bodyParser from 'koa-bodyparser';
import { readings } from './readings';

const signed: Middleware = async (ctx, next) => {
  const signature = ctx.get('x-meter-signature');
  if (!signature) ctx.throw(401, 'unsigned');

  const mine = createHmac('sha256', process.env.METER_SECRET!).update(ctx.request.rawBody).digest();
  const theirs = Buffer.from(signature, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) ctx.throw(401, 'signature does not match');
  return next();
};

const router = new Router();

router.post('/hooks/meters', signed, async (ctx) => {
  const { meter, kwh } = ctx.request.body as { meter: string; kwh: number };
  await readings.insert({ meter, kwh });
  ctx.status = 204;
});

const app = new Koa();
app.use(bodyParser());
app.use(router.routes());
app.listen(3000);
