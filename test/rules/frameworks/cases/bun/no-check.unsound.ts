// path: src/server.ts
import { boats } from './lib/boats';

Bun.serve({ // want missing-signature-verification "no signature check"
  port: 3000,
  async fetch(request) {
    if (new URL(request.url).pathname !== '/hooks/boats') return new Response('not found', { status: 404 });
    const raw = await request.text();
    const { boat, berth } = JSON.parse(raw);
    await boats.insertOne({ boat, berth });
    return new Response(null, { status: 204 });
  },
});
