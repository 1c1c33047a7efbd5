import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
import { timingSafeEqual } from 'https://deno.land/std@0.168.0/crypto/timing_safe_equal.ts';
import { beds } from './lib/beds.ts';

async function receive(request: Request): Promise<Response> {
  const raw = await request.text();
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(Deno.env.get('BED_SECRET')!), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mine = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(raw));
  const theirs = Uint8Array.from(atob(request.headers.get('x-bed-signature') ?? ''), (one) => one.charCodeAt(0));
  if (!timingSafeEqual(new Uint8Array(mine), theirs)) return new Response('unauthorized', { status: 401 });
  await beds.insertOne(JSON.parse(raw));
  return new Response(null, { status: 204 });
}

serve(receive, { port: 8000 });
