import Router from '@koa/router';
import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import { signed } from './signed';
import { parcels } from './parcels';

const app = new Koa();
const router = new Router();

router.post('/hooks/parcels', bodyParser(), signed(process.env.DEPOT_SECRET), async (ctx) => {
  await parcels.insertOne(ctx.request.body as { id: string });
  ctx.status = 204;
});
app.use(router.routes());
