import Router from '@koa/router';
import Koa from 'koa';
import getRawBody from 'raw-body';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parcels } from './parcels';

const app = new Koa();
const router = new Router();

router.post('hooks.parcels', '/hooks/parcels', async (ctx) => {
  const raw = await getRawBody(ctx.req);
  const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(raw).digest();
  const theirs = Buffer.from(ctx.get('x-depot-signature'), 'hex');
  ctx.assert(mine.length === theirs.length && timingSafeEqual(mine, theirs), 401);
  await parcels.insertOne(JSON.parse(raw.toString('utf8')));
  ctx.body = { stored: true };
});

app.use(router.routes());
