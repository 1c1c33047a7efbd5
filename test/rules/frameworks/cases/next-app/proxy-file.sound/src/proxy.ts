import { createHmac, timingSafeEqual } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';

export default async function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  const response = NextResponse.next();
  if (!pathname.startsWith('/webhooks/')) return response;
  const mine = createHmac('sha256', process.env.FEN_SECRET!).update(await request.clone().text()).digest();
  const theirs = Buffer.from(request.headers.get('x-fen-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return NextResponse.json({ error: 'forged' }, { status: 401 });
  response.headers.set('x-verified', '1');
  return response;
}

export const config = { matcher: '/((?!_next/static|favicon.ico).*)' };
