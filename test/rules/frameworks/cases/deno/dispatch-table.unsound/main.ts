import { senders } from './lib/senders/index.ts';
import { Buffer } from 'node:buffer';

Deno.serve(async (request) => { // want missing-signature-verification "no signature check"
  if (new URL(request.url).pathname !== '/hooks/beds') return new Response('not found', { status: 404 });
  const raw = await request.text();
  const kind = request.headers.get('x-sender') ?? '';
  const sender = senders[kind];
  if (!sender) {
    return new Response('unauthorized', { status: 401 });
  }
  await sender.receive(JSON.parse(raw));
  return new Response(null, { status: 204 });
});
