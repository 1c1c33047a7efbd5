import { NextRequest, NextResponse } from 'next/server';
import { sessionOf } from '@/session';

export async function proxy(original: NextRequest) {
  const request = new NextRequest(original, { headers: new Headers(original.headers) });
  request.headers.set('x-start', Date.now().toString());
  const session = sessionOf(request.cookies);
  if (!session && request.nextUrl.pathname.startsWith('/desk')) return NextResponse.redirect(new URL('/login', request.url));
  return NextResponse.next({ request: { headers: request.headers } });
}
