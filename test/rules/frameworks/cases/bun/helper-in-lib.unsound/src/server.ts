import { isGenuine } from './lib/genuine';
import { boats } from './lib/boats';

Bun.serve({
  port: 3000,
  async fetch(request) {
    if (new URL(request.url).pathname !== '/hooks/boats') return new Response('not found', { status: 404 });
    const raw = await request.text();
    if (!isGenuine(raw, request.headers.get('x-boat-signature'), Bun.env.BOAT_SECRET)) {
      return new Response('unauthorized', { status: 401 });
    }
    const { boat, berth } = JSON.parse(raw);
    await boats.insertOne({ boat, berth });
    return new Response(null, { status: 204 });
  },
});
