// path: src/server.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { boats } from './lib/boats';

Bun.serve({
  port: 3000,
  async fetch(request) {
    if (new URL(request.url).pathname !== '/hooks/boats') return new Response('not found', { status: 404 });
    const event = await request.json();
    const mine = createHmac('sha256', Bun.env.BOAT_SECRET!).update(JSON.stringify(event)).digest(); // want parsed-body-signature "parsed and serialised again"
    const theirs = Buffer.from(request.headers.get('x-boat-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
      return new Response('unauthorized', { status: 401 });
    }
    await boats.insertOne({ boat: event.boat, berth: event.berth });
    return new Response(null, { status: 204 });
  },
});
