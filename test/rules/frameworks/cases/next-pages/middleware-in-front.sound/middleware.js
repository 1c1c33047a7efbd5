import { NextResponse } from 'next/server';

const encoder = new TextEncoder();

export async function middleware(request) {
  if (request.nextUrl.pathname.startsWith('/api/hooks')) {
    const key = await crypto.subtle.importKey('raw', encoder.encode(process.env.GORSE_SECRET), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
    const sent = Uint8Array.from(atob(request.headers.get('x-gorse-signature') ?? ''), (letter) => letter.charCodeAt(0));
    const genuine = await crypto.subtle.verify('HMAC', key, sent, encoder.encode(await request.text()));
    if (!genuine) return new Response('forged', { status: 401 });
  }
  return NextResponse.next();
}
