// path: convex/http.ts
import { httpRouter } from 'convex/server';
import { internal } from './_generated/api';
import { httpAction } from './_generated/server';

const http = httpRouter();

http.route({
  path: '/hooks/parcels',
  method: 'POST',
  handler: httpAction(async (ctx, request) => {
    const raw = await request.text();
    const signature = request.headers.get('x-depot-signature');
    if (!signature) return new Response('unsigned', { status: 401 });
    const encoder = new TextEncoder();
    const key = await crypto.subtle.importKey('raw', encoder.encode(process.env.DEPOT_SECRET!), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
    const bytes = Uint8Array.from(atob(signature), (one) => one.charCodeAt(0));
    const isGenuine = await crypto.subtle.verify('HMAC', key, bytes, encoder.encode(raw));
    if (!isGenuine) return new Response('forged', { status: 401 });
    await ctx.runMutation(internal.parcels.store, { id: JSON.parse(raw).id });
    return new Response(null, { status: 204 });
  }),
});

export default http;
