// path: convex/http.ts
import { httpRouter } from 'convex/server';
import { internal } from './_generated/api';
import { httpAction } from './_generated/server';

const http = httpRouter();

const accounts = httpAction(async (ctx, request) => {
  const token = request.headers.get('x-harbour-token');
  if (token !== process.env.HARBOUR_TOKEN) return new Response('no', { status: 403 }); // want weak-signature-comparison "constant time"
  const { kind, berth } = await request.json();
  switch (kind) {
    case 'berth.taken':
      await ctx.runMutation(internal.berths.take, { berth });
      break;
    case 'berth.left':
      await ctx.runMutation(internal.berths.leave, { berth });
      break;
  }
  return new Response(null, { status: 200 });
});

http.route({ path: '/webhooks/harbour', method: 'POST', handler: accounts });

export default http;
