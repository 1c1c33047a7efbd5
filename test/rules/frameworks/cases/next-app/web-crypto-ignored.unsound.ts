// path: app/api/hooks/parcels/route.ts
import { parcels } from '../../../../lib/parcels';
import { type NextRequest, NextResponse } from 'next/server';

export async function POST(request: NextRequest) {
  const raw = await request.text();
  const given = Uint8Array.from(atob(request.headers.get('x-parcel-signature') ?? ''), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(process.env.PARCEL_SECRET!), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  if (!crypto.subtle.verify('HMAC', key, given, new TextEncoder().encode(raw))) { // want fail-open-verification "not awaited"
    return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  }
  const { parcel, grams } = JSON.parse(raw);
  await parcels.insertOne({ parcel, grams });
  return NextResponse.json({ ok: true });
}
