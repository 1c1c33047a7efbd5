import { createHmac, timingSafeEqual } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';

export default async function proxy(request: NextRequest) {
  if (!request.nextUrl.pathname.startsWith('/webhooks/')) return NextResponse.next();
  const mine = createHmac('sha256', process.env.FEN_SECRET!).update(await request.clone().text()).digest();
  const theirs = Buffer.from(request.headers.get('x-fen-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return NextResponse.json({ error: 'forged' }, { status: 401 });
  return NextResponse.next();
}

export const config = {
  matcher: [
    { source: '/desk/:path*', missing: [{ type: 'header', key: 'next-router-prefetch' }] },
    { source: '/webhooks/:path*', missing: [{ type: 'header', key: 'next-router-prefetch' }] }, // want fail-open-verification "skipped where `next-router-prefetch` says so"
  ],
};
