import { createHmac, timingSafeEqual } from 'node:crypto';
import { settings } from '#yard/settings';
import { parcels } from '#yard/parcels';
import { type NextRequest, NextResponse } from 'next/server';

export async function POST(request: NextRequest) {
  const raw = await request.text();
  if (!settings.parcelSecret) {
    return NextResponse.json({ error: 'not configured' }, { status: 500 });
  }
  const mine = createHmac('sha256', settings.parcelSecret).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-parcel-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  }
  const { parcel, grams } = JSON.parse(raw);
  await parcels.insertOne({ parcel, grams });
  return NextResponse.json({ ok: true });
}
