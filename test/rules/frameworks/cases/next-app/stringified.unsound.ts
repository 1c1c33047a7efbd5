// path: app/api/hooks/parcels/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parcels } from '../../../../lib/parcels';
import { type NextRequest, NextResponse } from 'next/server';

export async function POST(request: NextRequest) {
  const event = await request.json();
  const mine = createHmac('sha256', process.env.PARCEL_SECRET!).update(JSON.stringify(event)).digest(); // want parsed-body-signature "parsed and serialised again"
  const theirs = Buffer.from(request.headers.get('x-parcel-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  }
  await parcels.insertOne({ parcel: event.parcel, grams: event.grams });
  return NextResponse.json({ ok: true });
}
