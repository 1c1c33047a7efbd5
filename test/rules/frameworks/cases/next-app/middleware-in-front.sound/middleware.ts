import { type NextRequest, NextResponse } from 'next/server';
import { isGenuine } from './lib/genuine';

export const config = { matcher: ['/api/hooks/:path*'] };

export async function middleware(request: NextRequest) {
  const raw = await request.clone().text();
  if (!(await isGenuine(raw, request.headers.get('x-moor-signature')))) return new NextResponse('unsigned', { status: 401 });
  return NextResponse.next();
}
