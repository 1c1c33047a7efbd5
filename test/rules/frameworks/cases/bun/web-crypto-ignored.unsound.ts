// path: src/server.ts
import { boats } from './lib/boats';

Bun.serve({
  port: 3000,
  async fetch(request) {
    if (new URL(request.url).pathname !== '/hooks/boats') return new Response('not found', { status: 404 });
    const raw = await request.text();
    const given = Uint8Array.from(atob(request.headers.get('x-boat-signature') ?? ''), (letter) => letter.charCodeAt(0));
    const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(Bun.env.BOAT_SECRET!), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
    if (!crypto.subtle.verify('HMAC', key, given, new TextEncoder().encode(raw))) { // want fail-open-verification "not awaited"
      return new Response('unauthorized', { status: 401 });
    }
    const { boat, berth } = JSON.parse(raw);
    await boats.insertOne({ boat, berth });
    return new Response(null, { status: 204 });
  },
});
