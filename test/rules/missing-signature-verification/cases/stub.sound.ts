// path: app/api/webhooks/warehouse/route.ts
import { NextResponse } from 'next/server';

// TODO: the warehouse has not told us its payload yet
export async function POST() {
  return NextResponse.json({ error: 'not implemented' }, { status: 501 });
}
