// path: app/api/hooks/parcels/route.ts
import { parcels } from '../../../../lib/parcels';
import { type NextRequest, NextResponse } from 'next/server';

export async function POST(request: NextRequest) { // want missing-signature-verification "no signature check"
  const raw = await request.text();
  const { parcel, grams } = JSON.parse(raw);
  await parcels.insertOne({ parcel, grams });
  return NextResponse.json({ ok: true });
}
