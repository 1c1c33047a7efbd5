// path: app/api/hooks/parcels/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parcels } from '../../../../lib/parcels';
import { type NextRequest, NextResponse } from 'next/server';

export async function POST(request: NextRequest) {
  const signature = request.headers.get('x-parcel-signature');
  if (!signature) {
    return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  }
  const raw = await request.text();
  const mine = createHmac('sha256', process.env.PARCEL_SECRET!).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  }
  const { parcel, grams } = JSON.parse(raw);
  await parcels.insertOne({ parcel, grams });
  return NextResponse.json({ ok: true });
}
