// path: netlify/edge-functions/tents.ts
import type { Config } from '@netlify/edge-functions';

export default async (request: Request) => {
  const raw = await request.text();
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(Netlify.env.get('TENT_SECRET')!), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const given = Uint8Array.from(atob(request.headers.get('x-tent-signature') ?? ''), (one) => one.charCodeAt(0));
  if (!(await crypto.subtle.verify('HMAC', key, given, new TextEncoder().encode(raw)))) return new Response('unauthorized', { status: 401 });
  await fetch('https://intake.example.com/tents', { method: 'POST', body: raw });
  return new Response(null, { status: 204 });
};

export const config: Config = { path: '/hooks/tents' };
