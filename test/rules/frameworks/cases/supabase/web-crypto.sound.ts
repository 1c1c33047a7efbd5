// path: supabase/functions/vote-hook/index.ts
import { votes } from '../_shared/votes.ts';
import 'jsr:@supabase/functions-js/edge-runtime.d.ts';

Deno.serve(async (request) => {
  if (request.method === 'OPTIONS') return new Response('ok', { headers: { 'access-control-allow-origin': '*' } });
  const raw = await request.text();
  const given = Uint8Array.from(atob(request.headers.get('x-vote-signature') ?? ''), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(Deno.env.get('VOTE_SECRET')!), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const genuine = await crypto.subtle.verify('HMAC', key, given, new TextEncoder().encode(raw));
  if (!genuine) {
    return new Response('unauthorized', { status: 401 });
  }
  const { vote, weight } = JSON.parse(raw);
  await votes.insertOne({ vote, weight });
  return new Response(null, { status: 204 });
});
