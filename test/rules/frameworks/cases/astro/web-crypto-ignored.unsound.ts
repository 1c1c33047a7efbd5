// path: src/pages/hooks/seeds.ts
import { seeds } from '../../lib/seeds';
import type { APIRoute } from 'astro';

export const prerender = false;

export const POST: APIRoute = async ({ request }) => {
  const raw = await request.text();
  const given = Uint8Array.from(atob(request.headers.get('x-seed-signature') ?? ''), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(import.meta.env.SEED_SECRET), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  if (!crypto.subtle.verify('HMAC', key, given, new TextEncoder().encode(raw))) { // want fail-open-verification "not awaited"
    return new Response('unauthorized', { status: 401 });
  }
  const { seed, kilos } = JSON.parse(raw);
  await seeds.insertOne({ seed, kilos });
  return new Response(null, { status: 204 });
};
