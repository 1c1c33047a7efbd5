import { createHmac, timingSafeEqual } from 'node:crypto';
import Router from '@koa/router';
import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import { parcels } from './db.js';

const app = new Koa();
const router = new Router();

router.post('/webhooks/parcels', (ctx) => {
  const mine = createHmac('sha256', process.env.PARCEL_KEY).update(ctx.request.rawBody).digest();
  const theirs = Buffer.from(ctx.get('x-parcel-signature'), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    ctx.status = 401;
    return;
  }
  parcels.upsert(ctx.request.body.id);
  ctx.status = 204;
});

app.use(bodyParser({ jsonLimit: '512mb' }));
app.use(router.routes());
app.listen(Number(process.env.PORT), '127.0.0.1');
