// path: supabase/functions/vote-hook/index.ts
import { votes } from '../_shared/votes.ts';
import { createHmac, timingSafeEqual } from 'node:crypto';
import 'jsr:@supabase/functions-js/edge-runtime.d.ts';

Deno.serve(async (request) => {
  if (request.method === 'OPTIONS') return new Response('ok', { headers: { 'access-control-allow-origin': '*' } });
  const secret = Deno.env.get('VOTE_SECRET');
  if (!secret) {
    return new Response('not configured', { status: 500 });
  }
  const raw = await request.text();
  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-vote-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return new Response('unauthorized', { status: 401 });
  }
  const { vote, weight } = JSON.parse(raw);
  await votes.insertOne({ vote, weight });
  return new Response(null, { status: 204 });
});
