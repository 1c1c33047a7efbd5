// path: convex/http.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { httpRouter } from 'convex/server';
import { internal } from './_generated/api';
import { httpAction } from './_generated/server';

const http = httpRouter();

http.route({
  path: '/hooks/parcels',
  method: 'POST',
  handler: httpAction(async (ctx, request) => {
    const delivery = await request.json();
    const mine = createHmac('sha256', process.env.DEPOT_SECRET!)
      .update(JSON.stringify(delivery)) // want parsed-body-signature "serialised again"
      .digest();
    const theirs = Buffer.from(request.headers.get('x-depot-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response(null, { status: 401 });
    await ctx.runMutation(internal.parcels.store, { id: delivery.id });
    return new Response(null, { status: 204 });
  }),
});

export default http;
