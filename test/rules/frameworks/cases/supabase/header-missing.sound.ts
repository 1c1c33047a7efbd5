// path: supabase/functions/vote-hook/index.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { votes } from '../_shared/votes.ts';
import 'jsr:@supabase/functions-js/edge-runtime.d.ts';

Deno.serve(async (request) => {
  if (request.method === 'OPTIONS') return new Response('ok', { headers: { 'access-control-allow-origin': '*' } });
  const signature = request.headers.get('x-vote-signature');
  if (!signature) {
    return new Response('unauthorized', { status: 401 });
  }
  const raw = await request.text();
  const mine = createHmac('sha256', Deno.env.get('VOTE_SECRET')!).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return new Response('unauthorized', { status: 401 });
  }
  const { vote, weight } = JSON.parse(raw);
  await votes.insertOne({ vote, weight });
  return new Response(null, { status: 204 });
});
