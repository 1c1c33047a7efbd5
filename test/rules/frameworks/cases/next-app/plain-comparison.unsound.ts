// path: app/api/hooks/parcels/route.ts
import { createHmac } from 'node:crypto';
import { parcels } from '../../../../lib/parcels';
import { type NextRequest, NextResponse } from 'next/server';

export async function POST(request: NextRequest) {
  const raw = await request.text();
  const mine = createHmac('sha256', process.env.PARCEL_SECRET!).update(raw).digest('hex');
  if (mine !== request.headers.get('x-parcel-signature')) { // want weak-signature-comparison "not in constant time"
    return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  }
  const { parcel, grams } = JSON.parse(raw);
  await parcels.insertOne({ parcel, grams });
  return NextResponse.json({ ok: true });
}
