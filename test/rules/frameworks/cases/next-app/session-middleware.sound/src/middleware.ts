import { NextResponse } from 'next/server';
import { auth } from '@/auth';

export default auth((request) => {
  if (!request.auth && request.nextUrl.pathname.startsWith('/desk')) return NextResponse.redirect(new URL('/login', request.url));
  return NextResponse.next();
});

export const config = { matcher: ['/desk/:path*', '/account'] };
