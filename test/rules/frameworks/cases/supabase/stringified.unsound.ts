// path: supabase/functions/vote-hook/index.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { votes } from '../_shared/votes.ts';
import 'jsr:@supabase/functions-js/edge-runtime.d.ts';

Deno.serve(async (request) => {
  if (request.method === 'OPTIONS') return new Response('ok', { headers: { 'access-control-allow-origin': '*' } });
  const event = await request.json();
  const mine = createHmac('sha256', Deno.env.get('VOTE_SECRET')!).update(JSON.stringify(event)).digest(); // want parsed-body-signature "parsed and serialised again"
  const theirs = Buffer.from(request.headers.get('x-vote-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return new Response('unauthorized', { status: 401 });
  }
  await votes.insertOne({ vote: event.vote, weight: event.weight });
  return new Response(null, { status: 204 });
});
