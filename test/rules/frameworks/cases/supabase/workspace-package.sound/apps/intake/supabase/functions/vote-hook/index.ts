import { isGenuine } from '@yard/signing';
import { votes } from '../_shared/votes.ts';
import 'jsr:@supabase/functions-js/edge-runtime.d.ts';

Deno.serve(async (request) => {
  if (request.method === 'OPTIONS') return new Response('ok', { headers: { 'access-control-allow-origin': '*' } });
  const raw = await request.text();
  if (!isGenuine(raw, request.headers.get('x-vote-signature'), Deno.env.get('VOTE_SECRET'))) {
    return new Response('unauthorized', { status: 401 });
  }
  const { vote, weight } = JSON.parse(raw);
  await votes.insertOne({ vote, weight });
  return new Response(null, { status: 204 });
});
