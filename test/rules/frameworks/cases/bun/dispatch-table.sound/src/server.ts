import { senders } from './lib/senders';

Bun.serve({
  port: 3000,
  async fetch(request) {
    if (new URL(request.url).pathname !== '/hooks/boats') return new Response('not found', { status: 404 });
    const raw = await request.text();
    const kind = request.headers.get('x-sender') ?? '';
    const sender = senders[kind];
    if (!sender) {
      return new Response('unauthorized', { status: 401 });
    }
    if (!sender.verify(raw, request.headers.get('x-boat-signature'))) {
      return new Response('unauthorized', { status: 401 });
    }
    await sender.receive(JSON.parse(raw));
    return new Response(null, { status: 204 });
  },
});
