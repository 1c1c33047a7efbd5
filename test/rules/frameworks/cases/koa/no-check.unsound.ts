import Router from '@koa/router';
import Koa from 'koa';
import { koaBody } from 'koa-body';
import { parcels } from './parcels';

const app = new Koa();
const router = new Router({ prefix: '/hooks' });

router.post('/parcels', koaBody(), async (ctx) => { // want missing-signature-verification "no signature"
  await parcels.insertOne({ id: ctx.request.body.id });
  ctx.status = 204;
});

app.use(router.routes()).use(router.allowedMethods());
