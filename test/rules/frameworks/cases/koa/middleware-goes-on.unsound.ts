import Router from '@koa/router';
import Koa, { type Middleware } from 'koa';
import bodyParser from 'koa-bodyparser';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parcels } from './parcels';

const signed: Middleware = async (ctx, next) => {
  const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(ctx.request.rawBody).digest();
  const theirs = Buffer.from(ctx.get('x-depot-signature'), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) { // want fail-open-verification "does not stop"
    ctx.status = 401;
    ctx.body = 'unsigned';
  }
  await next();
};

const app = new Koa();
const router = new Router();
router.post('/hooks/parcels', bodyParser(), signed, async (ctx) => {
  await parcels.insertOne(ctx.request.body as { id: string });
});
app.use(router.routes());
