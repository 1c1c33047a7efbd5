import Router from '@koa/router';
import Koa, { type Middleware } from 'koa';
import compose from 'koa-compose';
import bodyParser from 'koa-bodyparser';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parcels } from './parcels';

const timed: Middleware = async (ctx, next) => {
  const started = Date.now();
  await next();
  ctx.set('x-response-time', `${Date.now() - started}`);
};

const signed: Middleware = async (ctx, next) => {
  const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(ctx.request.rawBody).digest();
  const theirs = Buffer.from(ctx.get('x-depot-signature'), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) ctx.throw(401, 'unsigned');
  await next();
};

const app = new Koa();
const router = new Router();
router.post('/hooks/parcels', compose([timed, bodyParser(), signed]), async (ctx) => {
  await parcels.insertOne(ctx.request.body as { id: string });
  ctx.status = 204;
});
app.use(router.routes());
