// path: app/hooks/crates/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { NextResponse } from 'next/server';
import { crates } from './crates';

export async function POST(request: Request) {
  const raw = await request.text();
  const expected = createHmac('sha256', process.env.CRATE_KEY!).update(raw).digest('hex');
  const sent = request.headers.get('x-crate-signature') ?? '';
  if (sent.length !== expected.length || !timingSafeEqual(Buffer.from(sent), Buffer.from(expected)))
    return NextResponse.json({ error: 'signature', received: sent.length > 0 }, { status: 401 });
  await crates.insert(JSON.parse(raw));
  return new NextResponse(null, { status: 204 });
}
