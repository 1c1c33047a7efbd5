import Router from '@koa/router';
import { requireProof } from '#proof';
import { oasts } from '#stores/oasts';
import Koa from 'koa';
import bodyParser from 'koa-bodyparser';

const router = new Router({ prefix: '/hooks' });
router.post('/oasts', requireProof, async (ctx) => {
  await oasts.insertOne({ id: (ctx.request.body as { id: string }).id });
  ctx.status = 204;
});

new Koa().use(bodyParser()).use(router.routes()).listen(3000);
