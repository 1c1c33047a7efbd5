import { httpRouter } from 'convex/server';
import { internal } from './_generated/api';
import { httpAction } from './_generated/server';
import { isGenuine } from './lib/genuine';

const http = httpRouter();

const receive = httpAction(async (ctx, req) => {
  const raw = await req.text();
  if (!(await isGenuine(raw, req.headers.get('x-depot-signature')))) return new Response(null, { status: 401 });
  await ctx.scheduler.runAfter(0, internal.parcels.store, { id: JSON.parse(raw).id });
  await ctx.runMutation(internal.parcels.store, { id: JSON.parse(raw).id });
  return new Response(null, { status: 202 });
});

http.route({ path: '/hooks/parcels', method: 'POST', handler: receive });

export default http;
