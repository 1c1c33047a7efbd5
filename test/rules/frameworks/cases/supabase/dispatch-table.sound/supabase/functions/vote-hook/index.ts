import { senders } from '../_shared/senders/index.ts';
import 'jsr:@supabase/functions-js/edge-runtime.d.ts';

Deno.serve(async (request) => {
  if (request.method === 'OPTIONS') return new Response('ok', { headers: { 'access-control-allow-origin': '*' } });
  const raw = await request.text();
  const kind = request.headers.get('x-sender') ?? '';
  const sender = senders[kind];
  if (!sender) {
    return new Response('unauthorized', { status: 401 });
  }
  if (!sender.verify(raw, request.headers.get('x-vote-signature'))) {
    return new Response('unauthorized', { status: 401 });
  }
  await sender.receive(JSON.parse(raw));
  return new Response(null, { status: 204 });
});
