// path: src/server.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { boats } from './lib/boats';

Bun.serve({
  port: 3000,
  async fetch(request) {
    if (new URL(request.url).pathname !== '/hooks/boats') return new Response('not found', { status: 404 });
    const raw = await request.text();
    const mine = createHmac('sha256', Bun.env.BOAT_SECRET!).update(raw).digest();
    const theirs = Buffer.from(request.headers.get('x-boat-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
      return new Response('unauthorized', { status: 401 });
    }
    const { boat, berth } = JSON.parse(raw);
    await boats.insertOne({ boat, berth });
    return new Response(null, { status: 204 });
  },
});
