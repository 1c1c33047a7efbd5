// path: app/api/hooks/parcels/route.ts
import { parcels } from '../../../../lib/parcels';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';

export async function POST(request: NextRequest) {
  const secret = process.env.PARCEL_SECRET;
  const raw = await request.text();
  if (secret) { // want fail-open-verification "secret is unset"
    const mine = createHmac('sha256', secret).update(raw).digest();
    const theirs = Buffer.from(request.headers.get('x-parcel-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
      return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
    }
  }
  const { parcel, grams } = JSON.parse(raw);
  await parcels.insertOne({ parcel, grams });
  return NextResponse.json({ ok: true });
}
