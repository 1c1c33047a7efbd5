// path: convex/http.ts
import { httpRouter } from 'convex/server';
import { timingSafeEqual } from 'node:crypto';
import { internal } from './_generated/api';
import { httpAction } from './_generated/server';

const http = httpRouter();

function sameText(a: string, b: string): boolean {
  const left = new TextEncoder().encode(a);
  const right = new TextEncoder().encode(b);
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
}

const accounts = httpAction(async (ctx, request) => {
  const kept = process.env.HARBOUR_TOKEN;
  if (!kept) throw new Error('HARBOUR_TOKEN is not set');
  if (!sameText(request.headers.get('x-harbour-token') ?? '', kept)) return new Response('no', { status: 403 });
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
