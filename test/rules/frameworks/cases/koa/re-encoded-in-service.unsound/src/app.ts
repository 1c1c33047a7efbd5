import Router from '@koa/router';
import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import { Deliveries } from './deliveries';

const app = new Koa();
const router = new Router();
const deliveries = new Deliveries(process.env.DEPOT_SECRET!);

app.use(bodyParser());
router.post('/hooks/parcels', async (ctx) => {
  if (!deliveries.isGenuine(ctx.request.body, ctx.get('x-depot-signature'))) return ctx.throw(401);
  await deliveries.store(ctx.request.body);
  ctx.status = 204;
});
app.use(router.routes());
