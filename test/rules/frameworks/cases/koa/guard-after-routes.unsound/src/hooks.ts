import Router from '@koa/router';
import { parcels } from './parcels';

export const hooks = new Router({ prefix: '/hooks' });

hooks.post('/parcels', async (ctx) => {
  await parcels.insertOne(ctx.request.body as { id: string });
  ctx.status = 204;
});
