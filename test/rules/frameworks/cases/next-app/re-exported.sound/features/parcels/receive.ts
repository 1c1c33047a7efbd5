import { isGenuine } from '../../lib/genuine';
import { parcels } from '../../lib/parcels';
import { type NextRequest, NextResponse } from 'next/server';

export async function POST(request: NextRequest) {
  const raw = await request.text();
  if (!isGenuine(raw, request.headers.get('x-parcel-signature'), process.env.PARCEL_SECRET)) {
    return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  }
  const { parcel, grams } = JSON.parse(raw);
  await parcels.insertOne({ parcel, grams });
  return NextResponse.json({ ok: true });
}
